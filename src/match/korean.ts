/** Where a Korean name may begin and end inside a run of Hangul. */
import { classOf, HANGUL } from './fold.ts';

/**
 * Particles, copulas and suffixes that follow a name without a space. Standard
 * Korean orthography (한글 맞춤법 제41항) joins particles to the word before.
 */
const followers = [
  '은', '는', '이', '가', '을', '를', '의', '에', '와', '과', '도', '로', '만', '측', '제', '산', '용', '발', '칩', '들', '및', '등', '나', '랑', '며', '씨', '사',
  '에서', '에게', '으로', '까지', '부터', '보다', '처럼', '께서', '마저', '조차', '이나', '이랑', '이라', '라고', '이다', '였다', '이던', '이며', '이고', '이자', '에는', '에도', '에만',
  '와의', '과의', '로의', '로는', '로서', '로써', '로부터', '으로는', '으로부터', '에서는', '에서도', '에서의', '에게는', '에게서', '에게도', '까지도', '까지는', '만의', '만이', '만을', '만은', '측은', '측이', '측에', '측의', '측도', '측과',
  '이라고', '이라는', '라는', '이었다', '이라며', '라며', '이지만', '지만', '이면서', '인데', '이란', '란', '인', '엔', '에선', '에겐', '이야', '이나마', '처럼도', '보다는', '보다도', '마다', '뿐', '뿐만', '대로', '같은', '같이', '으로서', '으로써', '으로의', '으로도', '로도', '이든', '든', '씨가', '씨는', '씨의', '씨를', '제품', '칩을', '칩이', '칩은', '칩의', '칩에', '칩도', '산업', '발표', '용으로', '용인', '제로',
];
const following = new Set(followers);
const longest = Math.max(...followers.map((follower) => follower.length));

/**
 * Prefixes that stand before a body's name without a space: country signs
 * (미상무부, 한국은행 is a name of its own) and "to", "pro", "anti", "former".
 */
const leading = new Set(['미', '중', '한', '일', '영', '독', '불', '러', '북', '대', '친', '반', '전', '현', '주', '탈', '미국', '중국', '한국', '일본', '영국', '독일', '대만', '유럽', '주한', '주미', '주중', '주일', '한미', '미중']);

/** Whether the Hangul at `end` is no more than what follows a name in the same word. */
export function endsKoreanWord(text: string, end: number): boolean {
  let stop = end;
  while (stop - end <= longest && classOf(text.charCodeAt(stop)) === HANGUL) stop++;
  return following.has(text.slice(end, stop));
}

/** Whether a name may begin at `start`: at the head of a run of Hangul, or after a known prefix. */
export function startsKoreanWord(text: string, start: number): boolean {
  let from = start;
  while (start - from < 3 && classOf(text.charCodeAt(from - 1)) === HANGUL) from--;
  return from === start || leading.has(text.slice(from, start));
}
