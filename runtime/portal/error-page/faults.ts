/** A fault of a request, answered with a page: its sentence is meant for the person who made it. */
export class Refused extends Error {
  constructor(
    readonly statusCode: number,
    readonly heading: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

export class NotFound extends Refused {
  constructor(sentence: string) {
    super(404, 'Page not found', sentence);
  }
}
