/** The label of an option in the middle of a sentence. */

/**
 * Words that begin a label with a capital only because it is a label. A word that is not listed keeps its capital, so
 * that names (CAFCASS, Birmingham, Tuesday) do; read aloud, that makes no difference.
 */
const ordinary = new Set(
  `a an the this that these those his her their our its my your one two three four five six seven eight nine ten
  yes no not none never always all any both neither either each every some many most few several more less other another
  and or if when where who what which whether how only about at by for from in into of off on out over since to under up
  with without within before after above below between during until
  man woman men women male female boy girl person people child children partner adult parent mother father friend family
  agency agencies court police social self health school probation prison solicitor hospital doctor nurse worker staff
  full part partial partly whole half high higher medium moderate low lower very severe mild serious significant standard
  good poor fair bad new old young current former previous past present recent first second third last next early late
  given refused withdrawn agreed declined accepted signed unsigned done open closed known unknown applicable answered
  married single divorced separated widowed engaged employed unemployed retired student living together apart alone
  physical emotional sexual financial verbal psychological economic coercive controlling violent violence abuse
  daily weekly fortnightly monthly yearly once twice often sometimes rarely occasionally regularly morning afternoon
  evening weekday weekend day week month year days weeks months years today yesterday tomorrow
  phone telephone email post letter text online remote face group individual home work own rented private
  drug drugs alcohol substance mental physical learning language disability illness injury death
  has have had is are was were does did do can cannot could would should may might must will prefers wants needs
  currently previously recently nearly almost mainly mostly entirely completely likely unlikely possibly probably
  heterosexual homosexual bisexual straight gay lesbian same-sex carer carers grandparents relatives foster residential
  opiates opioids heroin cocaine cannabis crack medicine prescription tablets somewhere anywhere nowhere hostel house
  flat homeless steadily slowly quickly well badly better worse settled unsettled safe unsafe present absent late
  complete completed incomplete received begun under current suspended referred transferred waiting accepted declined resumed
  different same similar similarly something someone somebody anyone anybody anything nothing nobody everything everyone`.split(
    /\s+/,
  ),
);

/** Takes a label; gives it with a small first letter where its first word is an ordinary one, as it is otherwise. */
export const labelInside = (label: string): string => {
  const text = label.trim().replace(/[.\s]+$/, '');
  const first = /^[A-Z][a-z]*(?=$|[\s,;:/-])/.exec(text)?.[0];
  if (first === undefined || (first.length === 1 && first !== 'A')) return text;
  return ordinary.has(first.toLowerCase()) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
};

/** Labels in a row, those with a comma or an "or" of their own in quotes. */
export const inARow = (labels: string[]): string[] =>
  labels.length < 2 ? labels : labels.map((label) => (/,|\b(?:or|and|nor)\b/.test(label) ? `“${label}”` : label));

/** `a`, `a or b`, `a, b or c`. */
export const either = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** `neither a nor b`, `neither a, b nor c`; of one, `not a`. */
export const neither = (words: string[]): string =>
  words.length < 2 ? `not ${words.join('')}` : `neither ${words.slice(0, -1).join(', ')} nor ${words.at(-1)}`;
