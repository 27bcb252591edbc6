import { Refused } from './faults.js';

export interface ErrorPresenter {
  status: number;
  heading: string;
  sentence: string;
  advice: string;
}

const known: Record<number, Omit<ErrorPresenter, 'status'>> = {
  400: {
    heading: 'That could not be read',
    sentence: 'What was sent is not what this page sends.',
    advice: 'Go back, and try again. What was saved before is kept.',
  },
  404: {
    heading: 'Page not found',
    sentence: 'There is no page at this address.',
    advice: 'Check the address, or start from the list of programmes.',
  },
  413: {
    heading: 'That is too much to send at once',
    sentence: 'The answers, or a file among them, are larger than this server takes.',
    advice: 'Go back, and send less text or a smaller file. What was saved before is kept.',
  },
  415: {
    heading: 'That could not be read',
    sentence: 'What was sent is not in a form that this server reads.',
    advice: 'Go back, and send the page as it is.',
  },
  429: {
    heading: 'Too many requests',
    sentence: 'This server was asked for more than it answers in a minute.',
    advice: 'Wait a minute, and try again. What was saved before is kept.',
  },
};
const ours: Omit<ErrorPresenter, 'status'> = {
  heading: 'Something went wrong here',
  sentence: 'Rubric could not show this page. That is a fault of ours; nothing you did was wrong.',
  advice: 'Try again. What was saved before is kept while this server runs.',
};

const statusOf = (fault: unknown): number => {
  const status = (fault as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

/** What a person is told of a fault. Of a fault of our own, never its words. */
export const presentError = (fault: unknown): ErrorPresenter => {
  if (fault instanceof Refused) {
    const advice = known[fault.statusCode]?.advice ?? known[404]?.advice ?? ours.advice;
    return { status: fault.statusCode, heading: fault.heading, sentence: fault.message, advice };
  }
  const status = statusOf(fault);
  return { status, ...(known[status] ?? (status < 500 ? (known[400] ?? ours) : ours)) };
};
