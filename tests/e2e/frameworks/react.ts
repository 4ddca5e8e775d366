/** An article as a React page: counts, edits and takes away paragraphs as its buttons are pressed. */
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { story } from './story.ts';

function Article() {
  const [paragraphs, setParagraphs] = useState(story.paragraphs);
  const [reads, setReads] = useState(0);
  const [shown, setShown] = useState(true);
  const button = (id: string, onClick: () => void) => h('button', { id, onClick, type: 'button' }, id);
  return h(
    'main',
    null,
    button('again', () => setReads(reads + 1)),
    button('edit', () => setParagraphs(paragraphs.map((text, index) => (index === 0 ? story.edited : text)))),
    button('shift', () => setParagraphs([story.added, ...paragraphs])),
    button('drop', () => setParagraphs(paragraphs.slice(1))),
    button('leave', () => setShown(!shown)),
    shown &&
      h(
        'article',
        { onClick: () => setReads(reads + 1) },
        h('h1', null, story.title),
        h('time', { dateTime: story.day }, story.day),
        // Two texts side by side: React keeps both nodes, and would fail to find them had they been wrapped.
        h('p', { id: 'reads' }, 'Read ', reads, ' times since the page was opened.'),
        paragraphs.map((text) => h('p', { key: text }, text)),
      ),
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(h(Article));
