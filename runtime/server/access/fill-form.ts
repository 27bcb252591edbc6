/** Puts what was typed back into a page's form, whoever wrote that page. */

import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize, html as spec } from 'parse5';
import { flatFields } from '../../portal/sign-in/kept-presenter.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a form sent: names with brackets are records and lists, and `action` is where it was sent to. */
export interface Typed {
  action: string;
  body: Record<string, unknown>;
}

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const all = (node: Node): Element[] =>
  childrenOf(node).flatMap((child) => [...(isElement(child) ? [child] : []), ...all(child)]);
const get = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;
const set = (element: Element, name: string, value: string | undefined): void => {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
};

/** `root[partners][0][name]` as the way to a value. */
const wayOf = (name: string): string[] => name.replace(/\]/g, '').split('[');

const valueAt = (body: unknown, name: string): unknown =>
  wayOf(name).reduce<unknown>(
    (value, step) =>
      step === '' ? value : value && typeof value === 'object' ? (value as Record<string, unknown>)[step] : undefined,
    body,
  );
const textsAt = (body: unknown, name: string): string[] | undefined => {
  const value = valueAt(body, name);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? (value as string[]) : undefined;
};

const textOf = (area: Element): string =>
  area.childNodes.map((child) => ('value' in child ? String(child.value) : '')).join('');
const setText = (area: Element, text: string): void => {
  area.childNodes = [{ nodeName: '#text', value: text, parentNode: area }];
};

const choose = (select: Element, texts: readonly string[]): void => {
  for (const option of all(select).filter(({ tagName }) => tagName === 'option'))
    set(option, 'selected', texts.includes(get(option, 'value') ?? '') ? '' : undefined);
};

/** How a control stands, to be held against how it stood. */
const stateOf = (control: Element): string => {
  if (control.tagName === 'textarea') return textOf(control);
  if (control.tagName !== 'select') return `${get(control, 'checked') === undefined} ${get(control, 'value') ?? ''}`;
  const options = all(control).filter(({ tagName }) => tagName === 'option');
  return options.map((option) => get(option, 'selected') !== undefined).join(' ');
};

/** Fills a control, and marks it where that changes it: a script that knows the page as it came has to be told. */
const fillAndMark = (control: Element, body: Record<string, unknown>): void => {
  const before = stateOf(control);
  fill(control, body);
  if (stateOf(control) !== before) set(control, 'data-kept', '');
};

/** Buttons send what they are called; files have to be chosen again. */
const untouched = ['submit', 'button', 'reset', 'image', 'file', 'password'];

const fill = (control: Element, body: Record<string, unknown>): void => {
  const name = get(control, 'name');
  if (!name || name.startsWith('_')) return;
  const type = get(control, 'type') ?? 'text';
  const texts = textsAt(body, name);
  if (control.tagName === 'input' && (type === 'checkbox' || type === 'radio')) {
    set(control, 'checked', texts?.includes(get(control, 'value') ?? 'on') ? '' : undefined);
  } else if (texts === undefined || untouched.includes(type)) {
    return;
  } else if (control.tagName === 'textarea') setText(control, texts[0] ?? '');
  else if (control.tagName === 'select') choose(control, texts);
  else if (control.tagName === 'input') set(control, 'value', texts[0]);
};

/** Whether something that was typed has no place on the page as it is now: an entry that had been added to a list. */
const hasNoPlace = (controls: readonly Element[], body: Record<string, unknown>): boolean => {
  const places = new Set(controls.map((control) => wayOf(get(control, 'name') ?? '').join('.')));
  const isThere = (way: readonly string[]): boolean => places.has(way.join('.')) || places.has([...way, ''].join('.'));
  return flatFields(body).some(({ name, value }) => {
    const way = wayOf(name);
    // What a button is called was not typed.
    return !name.startsWith('_') && name !== 'do' && value.trim() !== '' && !isThere(way) && !isThere(way.slice(0, -1));
  });
};

const back = `What you had typed is back in the form below. It has not been saved yet.</p>
<p>If something of it is missing, <a class="govuk-notification-banner__link" href="/sign-in/kept">see all of it</a>. Files have to be chosen again.`;
const backInPart = `Not all of what you had typed is back in the form below.</p>
<p>Something that you had added has no place on it yet. <a class="govuk-notification-banner__link" href="/sign-in/kept">See all of it, and send it as it was</a>. Nothing has been saved yet, and files have to be chosen again.`;

const notice = (words: string): string => `<section class="govuk-notification-banner" aria-labelledby="kept-title">
<div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="kept-title">You were signed out</h2></div>
<div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">${words}</p></div></section>`;

const say = (elements: readonly Element[], words: string): void => {
  const place = elements.find((element) => get(element, 'id') === 'notices');
  if (!place) return;
  const fragment = parseFragment(notice(words));
  for (const child of fragment.childNodes) child.parentNode = place;
  place.childNodes = [...fragment.childNodes, ...place.childNodes];
};

/** Takes a page and what was typed, gives the page with it in the form that is sent to the same address. */
export const fillForms = (page: string, { action, body }: Typed): string => {
  const tree = parse(page);
  const elements = all(tree);
  const forms = elements.filter(
    (element) =>
      element.tagName === spec.TAG_NAMES.FORM &&
      get(element, 'method')?.toLowerCase() === 'post' &&
      (get(element, 'action') ?? action) === action,
  );
  if (forms.length === 0) return page;
  // Of several forms to one address it is the one that has what was sent.
  const names = (form: Element): number =>
    all(form).filter((control) => textsAt(body, get(control, 'name') ?? '_') !== undefined).length;
  const [form] = [...forms].sort((one, other) => names(other) - names(one));
  const controls = form ? all(form) : [];
  for (const control of controls) fillAndMark(control, body);
  say(elements, hasNoPlace(controls, body) ? backInPart : back);
  return serialize(tree);
};
