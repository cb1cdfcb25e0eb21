import ts from 'typescript';

const elision = /\/\/\s*(\.\.\.|…)|\/\*\s*(\.\.\.|…)/;

/**
 * A file of the reader's after a block of the page. A block that leaves something out (`// ...other providers`), or that
 * shows a component without its decorator, is worked into what is there; any other takes its place.
 */
export function mergeCode(before: string | undefined, block: string): string {
  if (before === undefined) {
    return block;
  }
  const [old, now] = [parse(before), parse(block)];
  const component = old.statements.find((one) => ts.isClassDeclaration(one) && isDecorated(one));
  const members = now.statements.find((one) => ts.isClassDeclaration(one) && !isDecorated(one));
  if (!elision.test(block) && !(component && members)) {
    return block;
  }
  const imports = now.statements.filter(ts.isImportDeclaration).map((one) => one.getText());
  const rest = old.statements.map((statement) => {
    if (statement === component && members) {
      return withMembers(component as ts.ClassDeclaration, members as ts.ClassDeclaration);
    }
    const successor = now.statements.find(
      (one) => nameOf(one) && nameOf(one) === nameOf(statement),
    );
    return successor ? mergeStatement(statement, successor) : statement.getText();
  });
  const names = new Set(old.statements.map(nameOf));
  const added = now.statements.filter(
    (one) =>
      !ts.isImportDeclaration(one) && !names.has(nameOf(one)) && !(component && one === members),
  );
  const known = new Set(old.statements.map((one) => one.getText()));
  return [
    ...imports.filter((text) => !known.has(text)),
    ...rest,
    ...added.map((one) => one.getText()),
    '',
  ].join('\n');
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

function isDecorated(declaration: ts.ClassDeclaration): boolean {
  return (ts.getDecorators(declaration)?.length ?? 0) > 0;
}

function nameOf(statement: ts.Statement): string | undefined {
  const declaration = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]
    : statement;
  return (declaration as ts.NamedDeclaration | undefined)?.name?.getText();
}

/** The component, with what the page adds to its class. */
function withMembers(component: ts.ClassDeclaration, more: ts.ClassDeclaration): string {
  const text = component.getText().replace(/\}\s*$/, '');
  const heritage = (more.heritageClauses ?? []).map((clause) => clause.getText()).join(' ');
  const name = component.name?.getText() ?? '';
  const head = heritage ? text.replace(`class ${name}`, `class ${name} ${heritage}`) : text;
  return `${head}\n${more.members.map((member) => member.getFullText().replace(/^\n/, '')).join('\n')}\n}`;
}

function mergeStatement(old: ts.Statement, now: ts.Statement): string {
  const [before, after] = [initializerOf(old), initializerOf(now)];
  if (!before || !after) {
    return now.getText();
  }
  const text = now.getText();
  const start = after.getStart() - now.getStart();
  return text.slice(0, start) + merge(before, after) + text.slice(start + after.getWidth());
}

function initializerOf(statement: ts.Statement): ts.Expression | undefined {
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.initializer
    : undefined;
}

function merge(old: ts.Node, now: ts.Node): string {
  if (ts.isCallExpression(old) && ts.isCallExpression(now) && sameKey(old, now)) {
    const given = now.arguments.map((one, index) => {
      const before = old.arguments[index];
      return before ? merge(before, one) : one.getText();
    });
    return `${now.expression.getText()}(${given.join(', ')})`;
  }
  if (ts.isArrayLiteralExpression(old) && ts.isArrayLiteralExpression(now)) {
    return `[\n${mergeList([...old.elements], [...now.elements], elidedIn(now)).join(',\n')}\n]`;
  }
  if (ts.isObjectLiteralExpression(old) && ts.isObjectLiteralExpression(now)) {
    return `{\n${mergeList([...old.properties], [...now.properties], elidedIn(now)).join(',\n')}\n}`;
  }
  if (ts.isPropertyAssignment(old) && ts.isPropertyAssignment(now)) {
    return `${now.name.getText()}: ${merge(old.initializer, now.initializer)}`;
  }
  return now.getText();
}

/** What is new, merged with what it replaces; and what is left out, where the page leaves something out. */
function mergeList(old: ts.Node[], now: ts.Node[], elided: boolean): string[] {
  const kept = elided ? old.filter((one) => !now.some((other) => sameKey(one, other))) : [];
  return [
    ...kept.map((one) => one.getText()),
    ...now.map((one) => {
      const before = old.find((other) => sameKey(other, one));
      return before ? merge(before, one) : one.getText();
    }),
  ];
}

function sameKey(a: ts.Node, b: ts.Node): boolean {
  const key = (node: ts.Node) =>
    ts.isCallExpression(node)
      ? node.expression.getText()
      : ((node as ts.Node as ts.NamedDeclaration).name?.getText() ?? node.getText());
  return key(a) === key(b);
}

/** Whether the page leaves something out here, and not only further inside. */
function elidedIn(node: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression): boolean {
  const children = ts.isArrayLiteralExpression(node) ? node.elements : node.properties;
  const own = children.reduceRight(
    (text, child) =>
      text.slice(0, child.getStart() - node.getStart()) +
      text.slice(child.getEnd() - node.getStart()),
    node.getText(),
  );
  return elision.test(own);
}
