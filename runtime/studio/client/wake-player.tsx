import { createRoot, type Root } from 'react-dom/client';
import type { Bundle, CaseEvent } from '../../../engine/contract/index.js';
import { evaluate } from '../../../engine/evaluate.js';
import { around, daysBetween, daysLater } from '../player/axis.js';
import { type NowPresenter, nowOf } from '../player/now-presenter.js';
import { Now } from '../player/now-view.js';

interface Case {
  bundle: Bundle;
  events: CaseEvent[];
}

/** The form with the day; after the page was fetched again it is another element, with another case behind it. */
const dayForm = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>('#player-day-form');
const inputOf = (id: string): HTMLInputElement | null => document.querySelector<HTMLInputElement>(`#${id}`);

const cases = new WeakMap<HTMLFormElement, Promise<Case>>();
const roots = new WeakMap<Element, Root>();

const caseOf = (form: HTMLFormElement): Promise<Case> => {
  const known = cases.get(form);
  if (known) return known;
  const asked = fetch(form.dataset.case ?? '', { headers: { accept: 'application/json' } }).then((response) => {
    if (!response.ok) throw new Error(`The case could not be fetched (${response.status}).`);
    return response.json() as Promise<Case>;
  });
  cases.set(form, asked);
  return asked;
};

const axisOn = (form: HTMLFormElement) => ({
  first: form.dataset.first ?? '',
  last: form.dataset.last ?? '',
  marks: (form.dataset.marks ?? '').split(' ').filter((day) => day !== ''),
});

const openOnes = (): string[] =>
  [...document.querySelectorAll<HTMLDetailsElement>('#player-now details[id][open]')].map((one) => one.id);

/** Draws how the case stands; what was unfolded stays so, also the first time, when React takes the place over. */
const draw = (now: NowPresenter, play: string): void => {
  const place = document.getElementById('player-now');
  if (!place) return;
  const open = openOnes();
  const focused = document.activeElement?.id;
  const root = roots.get(place) ?? createRoot(place);
  roots.set(place, root);
  root.render(<Now now={now} place={{ play, day: now.day }} />);
  requestAnimationFrame(() => {
    for (const id of open) {
      const one = document.getElementById(id);
      if (one instanceof HTMLDetailsElement) one.open = true;
    }
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  });
};

/** All that stands outside of what is drawn and shows the day too. */
const moveControls = (form: HTMLFormElement, now: NowPresenter): void => {
  const axis = axisOn(form);
  const at = daysBetween(axis.first, now.day);
  const range = inputOf('player-range');
  if (range) {
    range.value = String(at);
    range.setAttribute('aria-valuetext', `${now.on}: ${now.state}`);
  }
  const words = document.getElementById('player-words');
  if (words) words.textContent = now.on;
  document.getElementById('player-line')?.setAttribute('d', `M${at} 0 V24`);
  const field = inputOf('player-on');
  if (field && document.activeElement !== field) field.value = now.day;
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-player-on]')) input.value = now.day;
  const near = around(axis, now.day);
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-player-move]')) {
    const to = near[button.dataset.playerMove as keyof typeof near];
    button.value = to;
    button.setAttribute('aria-disabled', String(to === now.day));
  }
  for (const event of document.querySelectorAll<HTMLElement>('[data-day]')) {
    event.classList.toggle('rubric-happened__event--ahead', (event.dataset.day ?? '') > now.day);
  }
};

let wanted: string | undefined;
let busy = false;

const address = (form: HTMLFormElement, day: string): string => {
  const { searchParams } = new URL(window.location.href);
  const added = searchParams.get('added');
  return `${form.getAttribute('action')}?on=${day}${added ? `&added=${encodeURIComponent(added)}` : ''}`;
};

let noting: number | undefined;

/** The address follows when the hand rests: browsers take it amiss when it changes many times a second. */
const noteSoon = (to: string): void => {
  window.clearTimeout(noting);
  noting = window.setTimeout(() => window.history.replaceState(null, '', to), 200);
};

const goTo = async (form: HTMLFormElement, day: string): Promise<void> => {
  wanted = day;
  if (busy) return;
  busy = true;
  try {
    const { bundle, events } = await caseOf(form);
    const added = new URL(window.location.href).searchParams.get('added') ?? undefined;
    // While one day was worked out, the hand may have gone on: only the latest counts.
    while (wanted !== undefined) {
      const next = wanted;
      wanted = undefined;
      const now = nowOf(evaluate, bundle, events, next, added);
      draw(now, form.getAttribute('action') ?? '');
      moveControls(form, now);
      noteSoon(address(form, next));
      await new Promise((done) => requestAnimationFrame(done));
    }
  } catch {
    // The server can do all of it too.
    window.location.assign(address(form, day));
  } finally {
    busy = false;
  }
};

const clamped = (form: HTMLFormElement, day: string): string | undefined => {
  const { first, last } = axisOn(form);
  return day >= first && day <= last ? day : undefined;
};

const show = (): void => {
  const range = inputOf('player-range');
  if (range) range.hidden = false;
};

const onInput = (event: Event): void => {
  const form = dayForm();
  if (!form || !(event.target instanceof HTMLInputElement) || event.target.id !== 'player-range') return;
  void goTo(form, daysLater(axisOn(form).first, Number(event.target.value)));
};

const onSubmit = (event: SubmitEvent): void => {
  const form = dayForm();
  if (!form || event.target !== form) return;
  const moved = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'to';
  const day = clamped(form, moved ? (event.submitter as HTMLButtonElement).value : (inputOf('player-on')?.value ?? ''));
  // A day beyond the slider is the server's: it makes a longer one.
  if (day === undefined) return;
  event.preventDefault();
  void goTo(form, day);
};

const onClick = (event: MouseEvent): void => {
  const form = dayForm();
  const link = (event.target as Element | null)?.closest<HTMLElement>('[data-player-to]');
  if (!form || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const day = clamped(form, link.dataset.playerTo ?? '');
  if (day === undefined) return;
  event.preventDefault();
  void goTo(form, day);
};

/**
 * Lets a played case follow the day that is dragged: it is worked out here, in the browser, by the same engine. The
 * listeners are the page's own, so that they outlive a page that was fetched again.
 */
export const wakePlayer = (): void => {
  const form = dayForm();
  if (!form) return;
  show();
  document.addEventListener('input', onInput);
  document.addEventListener('submit', onSubmit);
  document.addEventListener('click', onClick);
  new MutationObserver(show).observe(document.getElementById('content') ?? document.body, { childList: true });
  void caseOf(form).catch(() => undefined);
};
