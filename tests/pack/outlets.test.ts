import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/pack/compile.ts';
import { outletMatches } from '../../src/pack/outlets.ts';
import type { Outlet } from '../../src/pack/schema.ts';
import { readOutlets, readPacks } from '../../src/pack/source.ts';
import { placeOf } from '../../src/reporting/address.ts';
import { dossierIn } from './dossierIn.ts';

const outlets = readOutlets().map(({ value }) => value);

describe('the manifest', () => {
  it('holds the hosts of outlets, and of none that are only cited', () => {
    const paper: Outlet = {
      id: 'paper',
      name: 'Paper',
      hosts: ['paper.example', 'site.example/news'],
      country: 'US',
      languages: ['en'],
      owner: 'private',
      kind: 'general',
      home: 'https://paper.example',
      feeds: [],
    };
    expect(outletMatches([paper, { ...paper, hosts: ['cited.example'], marked: false }])).toEqual([
      '*://*.paper.example/*',
      '*://*.site.example/news/*',
    ]);
    // Hosts below another, and paths of one, are covered by it.
    const below = { ...paper, id: 'below', hosts: ['news.paper.example', 'paper.example/news', 'newspaper.example'] };
    expect(outletMatches([below, paper])).toEqual(['*://*.newspaper.example/*', '*://*.paper.example/*', '*://*.site.example/news/*']);
    const cited = outlets.filter(({ marked }) => marked === false).flatMap(({ hosts }) => hosts);
    expect(cited.length).toBeGreaterThan(0);
    const matches = new Set(outletMatches(outlets));
    expect(cited.filter((host) => matches.has(`*://*.${host}/*`))).toEqual([]);
  });
});

describe('an outlet', () => {
  const dossier = dossierIn('en', compilePack(readPacks()));
  const nameAt = (address: string) => dossier.outlet(placeOf(address))?.name;

  it.each([
    ['https://www.reuters.com/technology/x', 'Reuters'],
    ['https://amp.reuters.com/x', 'Reuters'],
    ['https://www3.nhk.or.jp/nhkworld/en/news/1', 'NHK'],
    ['https://www.nhk.or.jp/school/1', undefined],
    ['https://habr.com/ru/news/1', 'Habr News'],
    ['https://news.163.com/26/0101/x.html', 'NetEase'],
    ['https://unknown.example/', undefined],
    ['no address', undefined],
  ])('is found by where %s is', (address, name) => {
    if (name === undefined) expect(nameAt(address)).toBeUndefined();
    else expect(nameAt(address)).toContain(name);
  });
});
