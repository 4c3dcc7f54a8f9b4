// Texts as an attacker would post them. Each tries to run something that sets `hurt` on the window, or to reach out to
// another host. None may do more than be read.

const reach = 'http://127.0.0.1:9/reached'
const run = "window.hurt=1;fetch('" + reach + "')"

const payloads = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<img src="${reach}">`,
  `<svg onload="${run}">`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin="${run}" attributeName=x dur=1s>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<a href="javascript:${run}">klick</a>`,
  `<body onload="${run}">`,
  `<video><source onerror="${run}"></video>`,
  `<details open ontoggle="${run}">`,
  `<input autofocus onfocus="${run}">`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${run}">`,
  `<link rel=stylesheet href="${reach}">`,
  `<style>@import '${reach}';body{display:none}</style>`,
  `<meta http-equiv=refresh content="0;url=${reach}">`,
  `<base href="${reach}/">`,
  `<form action="${reach}"><button autofocus>`,
  `<object data="${reach}"></object>`,
  `<embed src="${reach}">`,
  `<template><script>${run}</script></template>`,
  `<!--><script>${run}</script>-->`,
  `<![CDATA[<script>${run}</script>]]>`,
  `javascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `{{constructor.constructor("${run}")()}}`,
  '${' + run + '}',
  `<%= ${run} %>`,
  `#{${run}}`,
  `"><script>${run}</script>`,
  `'-(${run})-'`,
  `\`;${run};//`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `%3Cscript%3E${run}%3C/script%3E`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${run}>"}}`,
  `{"__html":"<img src=x onerror=${run}>"}`,
  `[object Object]`,
  'A'.repeat(5000),
  'Zeile\n'.repeat(200),
  'Z̸̢̛͙̻̺̦̈́̊͒a̶͓̔l̷̛̮g̸̨̈́o̴̧͛ '.repeat(40),
  '\u202egefährlich\u202c rückwärts \u2066isoliert\u2069',
  'عربي <script>' + run + '</script> نص',
  '﷽'.repeat(30),
  '👩‍👩‍👧‍👦'.repeat(60),
  '<plaintext>',
  '\u200b\u200d\ufeff',
]

const wrappings = [
  (text) => text,
  (text) => text.toUpperCase().replace(/WINDOW\.HURT=1/g, 'window.hurt=1').replace(/FETCH/g, 'fetch'),
  (text) => text.replaceAll('<', '<\t').slice(0, 6000),
  (text) => `"${text}"`,
  (text) => `${text}${text}`.slice(0, 9000),
  (text) => `@jemand ${text} #feindlich`,
]

/** 300 of them. */
export function hostileTexts() {
  return wrappings.flatMap((wrap) => payloads.map(wrap))
}
