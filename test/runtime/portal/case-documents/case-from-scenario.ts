import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseEvent } from '../../../../engine/index.js';
import { readScenarios } from '../../../../generator/scenario/read-scenarios.js';
import { scenarioTexts } from '../../../../runtime/bundle-files/definition-texts.js';
import { bySystem } from '../../../../runtime/server/store/people-store.js';
import type { PortalForTests, Visitor } from '../portal-for-tests.js';

interface Begun {
  programme: string;
  scenario: string;
  name: string;
  /** Who sent the referral, if anybody from outside. */
  referrer?: Visitor;
  site?: string;
  more?: CaseEvent[];
}

/** The id of somebody who can sign in. */
export const personOf = async ({ opened }: PortalForTests, { email }: Visitor): Promise<string> => {
  const { rows } = await opened.store.within(bySystem(), (db) =>
    sql<{ id: string }>`select id from rubric.person where email = ${email}`.execute(db),
  );
  return rows[0]?.id ?? '';
};

/** A case as a scenario leaves it, as if it had been recorded so; without what goes out by itself. Gives its reference. */
export const caseFromScenario = async (
  portal: PortalForTests,
  { programme, scenario, name, referrer, site, more = [] }: Begun,
): Promise<string> => {
  const definition = portal.library.find(programme);
  const bundle = definition?.loaded().bundle;
  const told =
    definition && bundle
      ? readScenarios(await scenarioTexts(definition.folder), bundle).scenarios.find(({ title }) => title === scenario)
      : undefined;
  const form = bundle?.forms[0];
  if (!bundle || !told || !form) throw new Error(`There is no such scenario: ${scenario}`);
  const stored = await portal.opened.store.begin(
    { programme, person: 'system', role: 'system', side: 'inside', seesHers: false, sites: 'all' },
    {
      form: form.id,
      name,
      bundle,
      key: randomUUID(),
      events: [...told.events, ...more],
      ...(site !== undefined && { site }),
      ...(referrer && { referrer: await personOf(portal, referrer) }),
    },
  );
  return stored.ref;
};
