import type { At } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  mapOf,
  type Named,
  name,
  oneOrMore,
  type RecordOf,
  record,
  required,
  type Shape,
  text,
} from '../shape/shape.js';
import { originFields } from './origin.js';

const keptShape = record('information kept apart', {
  called: required(text(), 'what it is, in a few words'),
  keeps: required(
    oneOrMore(name('the name of a question, a record, a question of a record, a judgement, an instrument or a fact')),
    'what is kept apart, with all that is worked out from it',
  ),
  'seen-by': required(
    oneOrMore(name('the name of a role inside')),
    'the roles that may see it, and those that are a kind of one of them',
  ),
  ...originFields,
});
export type WrittenKept = RecordOf<typeof keptShape.fields>;

/** What the document says of what is hers; what that is, and who sees it, is not for a definition to say. */
const hersShape = record('what is hers', originFields);
type WrittenHers = RecordOf<typeof hersShape.fields>;

export interface WrittenInformation {
  at: At;
  kept: Named<WrittenKept>[];
  hers?: Named<WrittenHers>;
}

const kept = mapOf(keptShape);
const ofHers = mapOf(hersShape);
const shape: Shape<WrittenInformation> = {
  called: kept.called,
  schema: () => ({ ...kept.schema(), properties: { hers: hersShape.schema() } }),
  read: (node, reading) => {
    const isHers = ({ key }: { key: { text: string } }): boolean => key.text === 'hers';
    const entries = node.kind === 'map' ? node.entries : [];
    const read = kept.read(
      node.kind === 'map' ? { ...node, entries: entries.filter((one) => !isHers(one)) } : node,
      reading,
    );
    const own = entries.filter(isHers);
    const hers =
      node.kind === 'map' && own.length > 0 ? ofHers.read({ ...node, entries: own }, reading)?.[0] : undefined;
    return read && { at: node.at, kept: read, ...(hers && { hers }) };
  },
};

export const information: Construct<WrittenInformation> = {
  word: 'information',
  title: 'Information kept apart',
  doc:
    'What not everybody inside may see. Nothing has to be said of the partner: what she says, what those who support ' +
    'her write down, and where and how she can be reached is *hers* by itself, whoever typed it, and only the roles ' +
    'that support her see it. So is the address, telephone number or e-mail address of a child, since she may be ' +
    'found there, and so is what is written freely about her or sent along as a file, by whomever, under a question ' +
    'that says `about: partner`; one that says `about: participant` (or somebody else) is not hers. What corrects ' +
    'something that she told is told by her too, unless it says who else told it. Here a definition keeps ' +
    'further things apart: it can narrow who sees something, never widen it. What is worked out from something kept ' +
    'apart is kept apart with it: facts, rules, duties, judgements that look at it, reports. People outside the ' +
    'service see nothing that is kept apart but in a document, where somebody who may see it has released it ' +
    '(`released-by`); the partner may be shown what is of her own entry in a document `for-each: partner`. Where the ' +
    'provider’s document says that what she tells is not passed on, `hers: { clause: EX-007 }` answers to it: it is so by itself.',
  example: `records:
  incident:
    called: an incident was reported
    by: [staff, service-lead]
    asks: { where: Where was it? }
judgements:
  worker-at-risk: { asks: Is a worker at risk?, judged-by: service-lead }
information:
  risk-to-workers:
    called: what is known of risks to our workers
    keeps: [worker-at-risk, incident.where]
    seen-by: service-lead
    clause: EX-009
  hers: { clause: EX-007 }
`,
  shape,
};
