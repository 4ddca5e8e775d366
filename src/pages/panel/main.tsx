/** The page panel: everything that is marked on the page beside it, for the eye and the screen reader alike. */
import { startPage, tabOfAddress } from '../page.tsx';
import { Panel } from './Panel.tsx';

await startPage('panelTitle', (context) => <Panel {...context} tab={tabOfAddress()} />);
