/** Words that measure and give no measure: somebody has to judge what they mean. */
const words = [
  'adequate',
  'adequately',
  'appropriate',
  'continued',
  'excessive',
  'exceptional',
  'frequent',
  'frequently',
  'high',
  'middle',
  'often',
  'persistent',
  'persistently',
  'reasonable',
  'regular',
  'regularly',
  'repeated',
  'repeatedly',
  'serious',
  'severe',
  'severely',
  'significant',
  'substantial',
  'sufficient',
  'suitable',
  'unlikely',
];
const pattern = new RegExp(`\\b(${words.join('|')})\\b`, 'i');

/** Gives the first such word of a text; “how often” measures nothing, it asks for a number. */
export const unquantified = (text: string): string | undefined =>
  pattern.exec(text.replace(/\bhow (often|regularly|frequently)\b/gi, ''))?.[1]?.toLowerCase();
