import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** What the definitions say of one class in their docstrings. */
export interface ClassInWords {
  readonly description?: string;
  readonly fields: Readonly<Record<string, string>>;
}

const PRODUCT = /^(?!.*\.(?:spec|contract|stories|d)\.ts$)(?!(?:.*\/)?testing\/).*\.ts$/;

const docstringOf = (node: ts.Node): string | undefined => {
  const found = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .at(-1);
  const text = found?.replaceAll(/\s+/g, ' ').trim();
  return text === undefined || text === '' ? undefined : text;
};

interface Found extends ClassInWords {
  readonly above: string | undefined;
}

const classIn = (node: ts.ClassDeclaration): Found => {
  const fields = node.members.filter(ts.isPropertyDeclaration).flatMap((member) => {
    const words = docstringOf(member);
    return words === undefined ? [] : [[member.name.getText(), words] as const];
  });
  const [above] = node.heritageClauses?.flatMap(({ types }) => types.map(({ expression }) => expression.getText())) ?? [];
  const description = docstringOf(node);
  return { ...(description === undefined ? {} : { description }), fields: Object.fromEntries(fields), above };
};

/**
 * The docstrings of every exported class below a folder, by the class's name, with those of the fields that it inherits. They are
 * gone once the sources are compiled; this is how the published schemas and pages come by them.
 */
export const docstringsBelow = (folder: string): Readonly<Record<string, ClassInWords>> => {
  const classes = new Map<string, Found>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!PRODUCT.test(file)) continue;
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const node of source.statements) {
      if (ts.isClassDeclaration(node) && node.name !== undefined) classes.set(node.name.text, classIn(node));
    }
  }
  const fieldsOf = (name: string | undefined): Readonly<Record<string, string>> => {
    const found = name === undefined ? undefined : classes.get(name);
    return found === undefined ? {} : { ...fieldsOf(found.above), ...found.fields };
  };
  return Object.fromEntries(
    [...classes]
      .map(([name, { description }]): [string, ClassInWords] => [
        name,
        { ...(description === undefined ? {} : { description }), fields: fieldsOf(name) },
      ])
      .filter(([, { description, fields }]) => description !== undefined || Object.keys(fields).length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
};
