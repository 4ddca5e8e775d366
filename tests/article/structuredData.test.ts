import { describe, expect, it } from 'vitest';
import { structuredData, typesOf } from '../../src/article/structuredData.ts';

const types = (...scripts: string[]) => structuredData(scripts).flatMap(typesOf);

describe('structuredData', () => {
  it('reads single items, lists and graphs', () => {
    expect(types('{"@context":"https://schema.org","@type":"NewsArticle"}')).toEqual(['NewsArticle']);
    expect(types('[{"@type":"WebSite"},{"@type":["Article","schema:NewsArticle"]}]')).toEqual(['WebSite', 'Article', 'NewsArticle']);
    expect(types('{"@graph":[{"@type":"WebPage"},{"@type":"http://schema.org/NewsArticle"}]}')).toEqual(['WebPage', 'NewsArticle']);
    expect(types('{"@type":"WebPage","mainEntity":{"@type":"NewsArticle"}}')).toEqual(['WebPage', 'NewsArticle']);
  });

  it('reads JSON with comments around it, raw line feeds and spare commas', () => {
    expect(types('<!-- {"@type":"NewsArticle","headline":"Talks\ngo on",} -->')).toEqual(['NewsArticle']);
    expect(types('/*<![CDATA[*/{"@type":"NewsArticle"}/*]]>*/')).toEqual(['NewsArticle']);
  });

  it('reads what broken JSON still says of an article', () => {
    const [item] = structuredData([
      '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Talks "go on"","datePublished":"2026-02-04T08:00:00+01:00" "author":{}}',
    ]);
    expect(item).toMatchObject({ '@type': 'NewsArticle', datePublished: '2026-02-04T08:00:00+01:00' });
  });

  it('makes nothing of other broken scripts', () => {
    expect(structuredData(['{"@type":"Product","name":"A "B""}', 'var a = 1;', ''])).toEqual([]);
  });
});
