/** The bottom of a card: copying, the dossier, and what is seldom wanted behind one button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardStrings } from '../shared/cardStrings.ts';
import type { CardModel } from '../shared/model.ts';
import { Arrow } from './Arrow.tsx';
import type { CardActions, MuteScope } from './actions.ts';
import { markdown, plainText, reportText } from './copyText.ts';
import { useUniqueId } from './useUniqueId.ts';

export interface FooterProps {
  model: CardModel;
  strings: CardStrings;
  /** The article's address, for a report of a wrong card. */
  address: string | null;
  actions: CardActions;
}

const scopeLabel = { page: 'cardMuteHere', site: 'cardMuteSite', everywhere: 'cardMuteEverywhere' } as const satisfies Record<
  MuteScope,
  keyof CardStrings
>;

export function Footer({ model, strings, address, actions }: FooterProps) {
  const [open, setOpen] = useState(false);
  const [reporting, setReporting] = useState(false);
  const { copy, copied, blocked } = useCopy();
  const menu = useUniqueId();
  const { mute } = actions;
  return (
    <div class="foot">
      <div class="bar">
        <button type="button" class="quiet" onClick={() => copy(plainText(model, strings))}>
          {copied === 'done' ? strings.cardCopied : strings.cardCopy}
        </button>
        {actions.openDossier && (
          <button type="button" class="quiet" onClick={actions.openDossier}>
            {strings.cardDossier} <Arrow />
          </button>
        )}
        <button type="button" class="quiet chevron end" aria-expanded={open} aria-controls={menu} onClick={() => setOpen(!open)}>
          {strings.cardActions}
        </button>
      </div>
      <p class={copied === 'blocked' ? 'said is-blocked' : 'said'} role="status">
        {copied === 'done' ? strings.cardCopied : copied === 'blocked' ? strings.cardCopyByHand : ''}
      </p>
      {blocked !== null && <Selected text={blocked} label={strings.cardCopyByHand} />}
      <div id={menu} class="menu" hidden={!open}>
        {!reporting && (
          <>
            <button type="button" class="quiet" onClick={() => copy(markdown(model, strings))}>
              {strings.cardCopyMarkdown}
            </button>
            {mute &&
              actions.scopes.map((scope) => (
                <button key={scope} type="button" class="quiet" onClick={() => mute(scope)}>
                  {strings[scopeLabel[scope]]}
                </button>
              ))}
          </>
        )}
        <button type="button" class="quiet" aria-expanded={reporting} onClick={() => setReporting(!reporting)}>
          {strings.cardReport}
        </button>
        {reporting && <Complaint text={reportText(model, strings, address)} strings={strings} onCopy={copy} />}
      </div>
    </div>
  );
}

/** A text to complete and copy; nothing is sent from here. */
function Complaint({ text, strings, onCopy }: { text: string; strings: CardStrings; onCopy(text: string): void }) {
  const hint = useUniqueId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    const end = text.indexOf('\n') + 1;
    field.current?.setSelectionRange(end, end);
  }, [text]);
  return (
    <div class="complaint">
      <p id={hint}>{strings.cardReportHint}</p>
      <textarea ref={field} rows={6} aria-label={strings.cardReport} aria-describedby={hint} defaultValue={text} />
      <button type="button" class="button" onClick={() => onCopy(field.current?.value ?? text)}>
        {strings.cardCopyText}
      </button>
    </div>
  );
}

/** A text that stands selected, where the page lets nobody write to the clipboard. */
function Selected({ text, label }: { text: string; label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return <textarea ref={field} rows={4} readOnly aria-label={label} value={text} />;
}

/** Copies texts, and tells what became of the last one. */
function useCopy() {
  const [copied, setCopied] = useState<'done' | 'blocked' | null>(null);
  const [blocked, setBlocked] = useState<string | null>(null);
  const copy = (text: string) => {
    // Pages over plain http, and those whose policy forbids it, have no clipboard.
    const writing = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => {
        setCopied('done');
        setBlocked(null);
      },
      () => {
        setCopied('blocked');
        setBlocked(text);
      },
    );
  };
  return { copy, copied, blocked };
}
