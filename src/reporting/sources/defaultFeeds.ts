/** Feeds of outlets that follow this beat; off until the reader turns them on. Addresses as public feed lists give them in November 2026. */
import type { FeedEntry } from './opml.ts';

export const defaultFeeds: readonly (FeedEntry & { language: string })[] = [
  { address: 'https://feeds.bbci.co.uk/news/technology/rss.xml', title: 'BBC News: Technology', language: 'en' },
  { address: 'https://feeds.bbci.co.uk/news/business/rss.xml', title: 'BBC News: Business', language: 'en' },
  { address: 'https://www.theguardian.com/technology/rss', title: 'The Guardian: Technology', language: 'en' },
  { address: 'https://rss.nytimes.com/services/xml/rss/nyt/Technology.xml', title: 'The New York Times: Technology', language: 'en' },
  { address: 'https://www.scmp.com/rss/36/feed', title: 'South China Morning Post: Tech', language: 'en' },
  { address: 'https://asia.nikkei.com/rss/feed/nar', title: 'Nikkei Asia', language: 'en' },
  { address: 'https://arstechnica.com/feed/', title: 'Ars Technica', language: 'en' },
  { address: 'https://www.theregister.com/headlines.atom', title: 'The Register', language: 'en' },
  { address: 'https://www.yna.co.kr/rss/industry.xml', title: '연합뉴스: 산업', language: 'ko' },
  { address: 'https://www.chinanews.com.cn/rss/finance.xml', title: '中国新闻网: 财经', language: 'zh-Hans' },
  { address: 'https://36kr.com/feed', title: '36氪', language: 'zh-Hans' },
  { address: 'https://technews.tw/feed/', title: 'TechNews 科技新報', language: 'zh-Hant' },
  { address: 'https://www.nhk.or.jp/rss/news/cat5.xml', title: 'NHKニュース：経済', language: 'ja' },
  { address: 'https://rss.itmedia.co.jp/rss/2.0/news_bursts.xml', title: 'ITmedia NEWS', language: 'ja' },
  { address: 'https://feeds.feedburner.com/rsscna/engnews/', title: 'Focus Taiwan', language: 'en' },
  { address: 'https://www.whitehouse.gov/presidential-actions/feed/', title: 'The White House: Presidential Actions', language: 'en' },
];
