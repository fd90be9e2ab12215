import { posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** Path from the root of the tree, or the name of a package. */
  readonly target: string
  readonly isType: boolean
}

/** The scripts of a component: what stands between its first two lines `---`, and in its script elements. */
function scripts(text: string): string {
  const [, head = ''] = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? []
  const elements = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body)
  return [head, ...elements].join('\n')
}

const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, path.endsWith('.astro') ? scripts(text) : text, ts.ScriptTarget.Latest, true)

function resolve(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  if (specifier.startsWith('/')) return specifier.slice(1)
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

const isTypeImport = ({ importClause }: ts.ImportDeclaration): boolean =>
  importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
  (importClause?.namedBindings !== undefined &&
    importClause.name === undefined &&
    ts.isNamedImports(importClause.namedBindings) &&
    importClause.namedBindings.elements.length > 0 &&
    importClause.namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly))

/** The module that a piece of code names, if it names one. */
function named(node: ts.Node): { readonly from: ts.Node | undefined; readonly isType: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return { from: node.moduleSpecifier, isType: isTypeImport(node) }
  if (ts.isExportDeclaration(node)) return { from: node.moduleSpecifier, isType: node.isTypeOnly }
  if (ts.isImportTypeNode(node)) {
    return { from: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, isType: true }
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { from: node.arguments[0], isType: false }
  }
  return undefined
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** Everything that a file imports or exports from elsewhere, types included. */
export function importsOf(path: string, text: string): Import[] {
  const imports: Import[] = []
  visit(parse(path, text), (node) => {
    const { from, isType = false } = named(node) ?? {}
    if (from && ts.isStringLiteralLike(from)) imports.push({ target: resolve(path, from.text), isType })
  })
  return imports
}

/** The texts that stand in quotes in a file of code. */
export function literalsOf(path: string, text: string): string[] {
  const literals: string[] = []
  visit(parse(path, text), (node) => {
    if (ts.isStringLiteralLike(node)) literals.push(node.text)
  })
  return literals
}

/** Whether a file of code does anything besides stating values. */
export function hasLogic(path: string, text: string): boolean {
  let found = false
  visit(parse(path, text), (node) => {
    found ||=
      ts.isFunctionLike(node) || ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isClassLike(node)
  })
  return found
}
