/** People who work in a programme, by name. */

interface Colleague {
  name: string;
  email: string;
}

/** The name of somebody, or the address of whoever has given none. */
export const colleagueInWords = ({ name, email }: Colleague): string => (name === '' ? email : name);

/** Takes everybody of a programme and an id; gives the name, also of whoever is not there any more. */
export const colleagueCalled = (people: readonly (Colleague & { id: string })[], id: string): string => {
  const found = people.find((one) => one.id === id);
  return found ? colleagueInWords(found) : 'Somebody who has left';
};
