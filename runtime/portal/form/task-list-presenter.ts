import { counted } from '../words/lists.js';
import { sentenceInWords, statementsOn } from '../words/names.js';
import { type CaseForm, type PageStatus, statusOf } from './case-form.js';
import { isHersAlone } from './kept-apart.js';

export interface Task {
  id: string;
  heading: string;
  href?: string;
  hint?: string;
  status: PageStatus;
  word: string;
  /** Of the tag; a finished page has plain words. */
  tag?: string;
}
export interface TaskListPresenter {
  title: string;
  /** What the provider declares to stand on this form. */
  says: string[];
  progress: string;
  tasks: Task[];
  check: { href: string; ready: boolean };
  sent: boolean;
  /** Whether all of it is hers, so that nothing is decided by it. */
  isHers: boolean;
  /** Where it is decided, for those who may see that. */
  decision?: string;
}

const words: Record<PageStatus, { word: string; tag?: string }> = {
  'not-started': { word: 'Not started', tag: 'govuk-tag--blue' },
  'in-progress': { word: 'In progress', tag: 'govuk-tag--light-blue' },
  completed: { word: 'Completed' },
  'cannot-start-yet': { word: 'Cannot start yet' },
  'not-needed': { word: 'Not needed' },
};

const hintFor = (status: PageStatus, condition: string): string | undefined => {
  if (status === 'cannot-start-yet') return `Asked only when ${condition}. That is not answered yet.`;
  if (status === 'not-needed') return `Asked only when ${condition}.`;
  return undefined;
};

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

/** The pages of the form at that address, each with how far it is; and where it is decided, if that may be seen. */
export const presentTaskList = (part: CaseForm, at: string, decision?: string): TaskListPresenter => {
  const { bundle, form, draft } = part;
  const tasks = form.pages.map((page): Task => {
    const status = statusOf(part, page);
    const hint = page.onlyWhen ? hintFor(status, lowered(sentenceInWords(bundle, page.onlyWhen.reads))) : undefined;
    const open = status !== 'cannot-start-yet' && status !== 'not-needed';
    return {
      id: page.id,
      heading: page.heading,
      status,
      ...words[status],
      ...(open ? { href: `${at}/pages/${page.id}` } : {}),
      ...(hint ? { hint } : {}),
    };
  });
  const needed = tasks.filter((task) => task.status !== 'not-needed' && task.status !== 'cannot-start-yet');
  const done = needed.filter((task) => task.status === 'completed');
  const isHers = isHersAlone(bundle, form);
  return {
    title: form.title,
    says: statementsOn(bundle, form.id),
    progress: `${done.length} of ${counted(needed.length, 'page')} completed.`,
    tasks,
    check: { href: `${at}/check`, ready: done.length === needed.length },
    sent: draft.sent.includes(form.id),
    isHers,
    ...(decision === undefined || isHers ? {} : { decision }),
  };
};
