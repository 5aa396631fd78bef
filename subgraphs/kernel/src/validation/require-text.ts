import { Refusal } from '../refusals/refusal.js';

/** Longest text of a field unless it says otherwise, in characters. */
export const textLimit = 4000;

/**
 * A text that is there and not too long, trimmed; one of which nothing can be seen is not there. Control characters other than
 * line breaks and tabs are refused: they reorder or hide what a reader sees, and PostgreSQL takes no NUL.
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG or VALUE_INVALID
 */
export function requireText(field: string, value: string, limit = textLimit): string {
  const text = seen(value);
  if (text === '') throw new Refusal('VALUE_REQUIRED', { field, parameters: { field, problem: { en: 'it is empty', 'zh-CN': '内容为空' } } });
  return allowText(field, text, limit);
}

/** The same for a text that may be absent or empty. */
export function optionalText(field: string, value: string | null | undefined, limit = textLimit): string | null {
  const text = seen(value ?? '');
  return text === '' ? null : allowText(field, text, limit);
}

/** The text trimmed; nothing where all of it shows nothing, such as zero-width spaces, which trim leaves. */
function seen(value: string): string {
  const text = value.trim();
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text) ? text : '';
}

function allowText(field: string, text: string, limit: number): string {
  if (text.length > limit) throw new Refusal('VALUE_TOO_LONG', { field, parameters: { field, limit } });
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text)) {
    throw new Refusal('VALUE_INVALID', {
      field,
      parameters: {
        field,
        problem: { en: 'it holds control or direction characters', 'zh-CN': '含有控制字符或文字方向控制符' },
        example: { en: 'plain text', 'zh-CN': '普通文本' },
      },
    });
  }
  return text;
}
