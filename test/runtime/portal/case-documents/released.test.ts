import { expect, test } from 'vitest';
import { evaluate, type Id } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { presentDocuments } from '../../../../runtime/portal/case-documents/list-presenter.js';
import type { OpenCase } from '../../../../runtime/server/cases/contract.js';
import { actorFor } from '../../cases/begin-case.js';

/** How much he drinks is for the service lead alone, who may let it into the report; what she says is for her worker. */
const text = `rubric: 1
programme: { title: Evening course, provider: Example Trust, ours: test }
people:
  outside: { participant: man, referrer: referrer, partner: partner }
  inside:
    staff: staff member
    service-lead: { called: service lead, is: staff }
    support-worker: { called: support worker, supports: partner }
forms:
  referral: { title: Referral, from: referrer, ours: test, asks: { full-name: { ask: Full name, type: name } } }
instruments:
  drinking-scale: { title: Drinking scale, answered-by: participant, scored-by: service-lead, scores: 0 to 24, ours: test }
  ric: { title: Risk checklist, answered-by: partner, scored-by: support-worker, scores: 0 to 24, ours: test }
information:
  drinking: { called: how much he drinks, keeps: drinking-scale, seen-by: service-lead, ours: test }
reports:
  progress:
    title: Progress report
    to: referrer
    by: staff
    on-request: referrer
    headings:
      drinking: { heading: The drinking scale, attaches: drinking-scale, released-by: service-lead }
      risk: { heading: The risk checklist, attaches: ric, released-by: support-worker }
    ours: test
`;
const { bundle, problems } = compile([{ file: 'programme.yaml', content: text }], { play: evaluate });
if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));

const releasesFor = (role: Id) => {
  const found = {
    ...{ bundle, whole: bundle, events: [], today: '2026-03-02', now: '2026-03-02T09:00:00Z' },
    stored: { programme: 'evening', ref: 'AAAA-AAAA', events: [] },
    actor: actorFor('evening', role),
    evaluation: evaluate(bundle, [], { asOf: '2026-03-02', outlook: false }),
  } as unknown as OpenCase;
  const [group] = presentDocuments(found, 'his', { papers: [], issues: [], prints: false }).groups;
  return group?.documents[0]?.releases;
};

test('what somebody who supports nobody releases is released where the document stands; what is hers is not there', () => {
  const words = '“The drinking scale” stands in it once the service lead has released it';
  const href = '/evening/cases/AAAA-AAAA/record/progress-drinking-released';
  expect(releasesFor('service-lead')).toEqual([{ words, href }]);
  expect(releasesFor('staff')).toEqual([{ words }]);
});
