import { Kind, type ASTNode, type DocumentNode } from 'graphql';
import type { LintRule } from './lint-rule.js';

const terms = ['sharing', 'act', 'structural', 'shared', 'defaultTerms'];

export const abstractTypesCarryNoTerms: LintRule = {
  name: 'abstract-types-carry-no-terms',
  title: 'Interfaces and unions carry no terms',
  sentence: 'Terms stand on the fields of object types, because a rule on an interface is accepted and never asked.',
  clause: '5.4.3',
  check: ({ authored, published }) => {
    const found = new Set([authored, published].flatMap(coordinatesWithTerms));
    return [...found].map((coordinate) => ({ coordinate, message: { en: 'Terms here guard nothing; write them on the fields of the object types.', 'zh-CN': '此处的条款不起作用，请写在对象类型的字段上' } }));
  },
};

function coordinatesWithTerms(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    switch (definition.kind) {
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION:
        return hasTerms(definition) ? [definition.name.value] : [];
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION: {
        const fields = (definition.fields ?? []).filter(hasTerms).map(({ name }) => `${definition.name.value}.${name.value}`);
        return hasTerms(definition) ? [definition.name.value, ...fields] : fields;
      }
      default:
        return [];
    }
  });
}

function hasTerms(node: ASTNode): boolean {
  return 'directives' in node && (node.directives ?? []).some(({ name }) => terms.includes(name.value));
}
