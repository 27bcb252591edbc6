/** Keeps what is typed into a document, every few seconds and when a text is left. The page keeps it without, by a button. */

/** Milliseconds between two looks at whether anything was typed. */
const often = 4_000;

const typedIn = (form: HTMLFormElement): string => {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  fields.set('do', 'keep');
  return fields.toString();
};

/** The words alone, without what changes by itself with each keeping. */
const wordsIn = (form: HTMLFormElement): string => {
  const fields = new URLSearchParams(typedIn(form));
  fields.delete('paper');
  return fields.toString();
};

const keep = async (form: HTMLFormElement, say: (words: string) => void): Promise<void> => {
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: typedIn(form),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(String(answer.status));
  const { version, says } = (await answer.json()) as { version?: number; says: string };
  const field = form.querySelector<HTMLInputElement>('input[name="paper"]');
  if (field && version !== undefined) field.value = String(version);
  say(says);
};

/** Watches the form of a document, where a page has one. */
export const keepWriting = (): void => {
  const form = document.querySelector<HTMLFormElement>('#writing');
  const status = document.querySelector('#kept');
  if (!form || !status) return;
  let last = wordsIn(form);
  let turn: Promise<void> = Promise.resolve();
  const say = (words: string): void => {
    if (status.textContent !== words) status.textContent = words;
  };
  const look = (): void => {
    turn = turn.then(async () => {
      const words = wordsIn(form);
      if (words === last) return;
      try {
        await keep(form, say);
        last = words;
      } catch {
        say('It could not be kept just now. It is tried again; do not close the page.');
      }
    });
  };
  setInterval(look, often);
  form.addEventListener('focusout', look);
  form.addEventListener('input', () => say('Not kept yet.'), { passive: true });
};
