import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/blocks.ts';
import { hasByline } from '../../src/article/byline.ts';

/** A page of plain blocks, nothing of which is named like an author; the last but two are the body. */
function isNamed(...lines: string[]): boolean {
  const blocks = lines.map((text): Block => ({ text, runs: [], element: {} as Element, linked: 0, aside: null }));
  const tree = { querySelectorAll: () => [] } as unknown as ParentNode;
  const body = { container: {} as Element, blocks: blocks.slice(0, -2), paragraphs: 1, length: 100, pageLength: 100, linkedHeadings: 0 };
  return hasByline({ trees: [tree], blocks, body, heading: null });
}
const text = 'The commission put off its decision on Wednesday, people familiar with the talks said.';

describe('hasByline', () => {
  it.each(['By Ann Lee', 'VON ANNA LANG', 'Par Anne Petit', '来源：某某日报', '責任編輯：王某', '김한국 기자', '记者：李某'])(
    'finds a name in the line %s',
    (line) => {
      expect(isNamed(line, text, text)).toBe(true);
      expect(isNamed(text, line, 'Contact')).toBe(true);
    },
  );

  it.each(['By the way, more on this', 'Von hier an wird es leichter', 'By', 'Share this story'])('takes %s for none', (line) => {
    expect(isNamed(line, text, text)).toBe(false);
  });

  it('takes a sentence that begins with such a word for none', () => {
    expect(isNamed(`By Wednesday Evening ${text}`, text, text)).toBe(false);
  });
});
