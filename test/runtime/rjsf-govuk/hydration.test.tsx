// @vitest-environment jsdom
import { act } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { danglingIds } from './dangling-ids.js';
import { Specimen, type State, stateNames } from './specimen.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
let root: Root | undefined;
afterEach(() => act(() => root?.unmount()));

async function hydrated(state: State) {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const box = document.createElement('div');
  document.body.replaceChildren(box);
  box.innerHTML = renderToString(<Specimen state={state} />);
  const recovered: unknown[] = [];
  await act(async () => {
    root = hydrateRoot(box, <Specimen state={state} />, { onRecoverableError: (error) => recovered.push(error) });
  });
  const said = complaints.mock.calls.map(([first]) => String(first));
  complaints.mockRestore();
  return { box, problems: [...recovered, ...said] };
}

const control = <T extends HTMLElement>(box: HTMLElement, selector: string) => {
  const found = box.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
};

/** As a browser types: the value changes, then React hears of it. */
async function type(input: HTMLInputElement, word: string) {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, word);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test.each(stateNames)('the %s form comes alive on the server’s markup without a word', async (state) => {
  const { problems } = await hydrated(state);
  expect(problems).toEqual([]);
});

test('the error summary takes the focus', async () => {
  await hydrated('wrong');
  expect(document.activeElement?.className).toBe('govuk-error-summary');
});

test('an added entry takes the focus, and still no id dangles', async () => {
  const { box } = await hydrated('filled');
  const add = control<HTMLButtonElement>(box, '[value="add:neighbours"]');
  add.focus();
  await act(async () => add.click());
  expect(box.querySelectorAll('.rubric-entry')).toHaveLength(3);
  expect(document.activeElement?.id).toBe('filled_neighbours_2');
  expect(danglingIds(box.innerHTML)).toEqual([]);
});

test('removing the first entry leaves the second, and the list takes the focus', async () => {
  const { box } = await hydrated('filled');
  const remove = control<HTMLButtonElement>(box, '[value="remove:neighbours:0"]');
  remove.focus();
  await act(async () => remove.click());
  expect(control<HTMLInputElement>(box, '[name="filled[neighbours][0][name]"]').value).toBe('Cy Lane');
  expect(document.activeElement?.id).toBe('filled_neighbours');
});

test('a date is typed box by box and nothing typed is changed under the hand', async () => {
  const { box } = await hydrated('empty');
  const part = (name: string) => control<HTMLInputElement>(box, `[name="empty[date-of-birth][${name}]"]`);
  await type(part('day'), '07');
  await type(part('month'), 'Mar');
  await type(part('year'), '1985');
  await type(part('month'), 'March');
  expect([part('day').value, part('month').value, part('year').value]).toEqual(['07', 'March', '1985']);
});

test('ticking and unticking keeps the order in which options are offered', async () => {
  const { box } = await hydrated('filled');
  const tick = (value: string) => control<HTMLInputElement>(box, `[name="filled[crops][]"][value="${value}"]`);
  await act(async () => tick('leeks').click());
  await act(async () => tick('beans').click());
  expect([tick('beans').checked, tick('leeks').checked, tick('plums').checked]).toEqual([false, true, true]);
});

test('a sent file can be taken away', async () => {
  const { box } = await hydrated('filled');
  await act(async () => control<HTMLButtonElement>(box, '[value="clear:plan"]').click());
  expect(box.textContent).not.toContain('plan.txt');
});
