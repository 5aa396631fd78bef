import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { graphqlLanguageSupport } from 'cm6-graphql';

interface ShownSdl {
  readonly before: string | undefined;
  readonly after: string;
  readonly isNarrow: boolean;
  readonly isDark: boolean;
  readonly label: string;
  /** What stands in the place of folded lines; $ is how many. */
  readonly unchanged: string;
}

const folded = { margin: 3, minSize: 8 };

/** Puts a text of a schema, or two with what differs, into an element; the returned function takes it out again. */
export function showSdl(parent: HTMLElement, { before, after, isNarrow, isDark, label, unchanged }: ShownSdl): () => void {
  const extensions = [...reading(isDark, label), EditorState.phrases.of({ '$ unchanged lines': unchanged })];
  if (before === undefined || isNarrow) {
    const within = before === undefined ? [] : [unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: folded })];
    const view = new EditorView({ parent, doc: after, extensions: [...extensions, ...within] });
    return () => view.destroy();
  }
  const view = new MergeView({ parent, a: { doc: before, extensions }, b: { doc: after, extensions }, collapseUnchanged: folded });
  return () => view.destroy();
}

function reading(isDark: boolean, label: string): Extension[] {
  const ink = isDark
    ? { keyword: '#c5a3ff', type: '#7cc7e8', name: '#e3e7ee', string: '#9ad29a', comment: '#a3adbb' }
    : { keyword: '#6f2da8', type: '#0b5c86', name: '#1f2733', string: '#2c6a2c', comment: '#566070' };
  const style = HighlightStyle.define([
    { tag: tags.keyword, color: ink.keyword },
    { tag: [tags.typeName, tags.atom], color: ink.type },
    { tag: [tags.propertyName, tags.attributeName, tags.variableName], color: ink.name },
    { tag: [tags.string, tags.docString], color: ink.string },
    { tag: tags.comment, color: ink.comment },
  ]);
  return [
    graphqlLanguageSupport(),
    syntaxHighlighting(style),
    lineNumbers(),
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
    EditorView.theme({ '&': { backgroundColor: 'transparent', color: ink.name }, '.cm-gutters': { backgroundColor: 'transparent', color: ink.comment, border: 'none' }, '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' } }, { dark: isDark }),
  ];
}
