/** The pages for people outside, of programmes of quite another kind. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { outsideForms, sendersOf } from '../../runtime/portal/referring/outside-forms.js';
import { portalForReferring } from '../runtime/portal/referring/portal-for-referring.js';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples');
const { nobody, outside, office } = await portalForReferring(examples);

test('every example has its public pages, and each of its forms for people outside can be begun and checked', async () => {
  const programmes = (await office.library.all()).flatMap(({ slug, definition }) => {
    const { bundle } = definition.loaded();
    return bundle ? [{ slug, bundle }] : [];
  });
  expect(programmes.length).toBeGreaterThan(1);
  const visitor = await outside('Kim');
  let begun = 0;
  for (const { slug, bundle } of programmes) {
    for (const page of ['', '/guidelines', '/refer'])
      expect((await nobody().ask('GET', `/${slug}${page}`)).statusCode, `/${slug}${page}`).toBe(200);
    for (const form of outsideForms(bundle)) {
      await visitor.get(`/${slug}/refer`);
      const [role = ''] = sendersOf(bundle, form);
      expect(await visitor.send(`/${slug}/refer`, { form: form.id, role })).toContain(form.title);
      expect(visitor.at).toMatch(/\/refer\/[\w-]{24}$/);
      expect(await visitor.get(`${visitor.at}/check`)).toContain('Check your answers');
      expect((await visitor.ask('POST', visitor.at)).statusCode).toBe(200);
      expect(await visitor.get(`/${slug}/my-referrals`)).toContain('Begun and not sent yet');
      begun += 1;
    }
  }
  expect(begun).toBeGreaterThan(1);
});
