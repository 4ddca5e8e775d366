/** The same article as a Vue page. */
import { createApp, h, ref } from 'vue';
import { story } from './story.ts';

createApp({
  setup() {
    const paragraphs = ref(story.paragraphs);
    const reads = ref(0);
    const shown = ref(true);
    const button = (id: string, onClick: () => void) => h('button', { id, onClick, type: 'button' }, id);
    return () =>
      h('main', [
        button('again', () => reads.value++),
        button('edit', () => {
          paragraphs.value = paragraphs.value.map((text, index) => (index === 0 ? story.edited : text));
        }),
        button('shift', () => {
          paragraphs.value = [story.added, ...paragraphs.value];
        }),
        button('drop', () => {
          paragraphs.value = paragraphs.value.slice(1);
        }),
        button('leave', () => {
          shown.value = !shown.value;
        }),
        shown.value
          ? h('article', { onClick: () => reads.value++ }, [
              h('h1', story.title),
              h('time', { datetime: story.day }, story.day),
              h('p', { id: 'reads' }, ['Read ', String(reads.value), ' times since the page was opened.']),
              ...paragraphs.value.map((text, index) => h('p', { key: index }, text)),
            ])
          : null,
      ]);
  },
}).mount('#root');
