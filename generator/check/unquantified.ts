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

/** Gives the first such word of a text. */
export const unquantified = (text: string): string | undefined => pattern.exec(text)?.[1]?.toLowerCase();
