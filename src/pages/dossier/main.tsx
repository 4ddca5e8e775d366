/** The dossier: everything the pack knows of one entity, on a page of its own. */
import * as v from 'valibot';
import { cardStrings } from '../../shared/cardStrings.ts';
import { askBackground } from '../../shared/messages.ts';
import { Day, noArticle } from '../../shared/model.ts';
import { startPage } from '../page.tsx';
import { Dossier } from './Dossier.tsx';

const query = new URLSearchParams(location.search);
const entity = query.get('entity') ?? '';
const day = v.safeParse(Day, query.get('published'));
const published = day.success ? day.output : null;
const answer = await askBackground('card', { ...noArticle, entity, published });

await startPage('dossierTitle', ({ translate }) => {
  const { model, sources } = answer;
  if (model === null)
    return (
      <>
        <h1>{translate('dossierTitle')}</h1>
        <p>{translate('cardMissing')}</p>
      </>
    );
  document.title = `${model.name.text} · ${translate('dossierTitle')}`;
  return <Dossier model={model} strings={cardStrings(translate)} sources={sources} translate={translate} />;
});
