import { sha256 } from '../sha256.ts';

const STYLE = `:root{color-scheme:light dark;--line:#6b7280;--bad:#b3261e;--good:#1b6e3c}
@media (prefers-color-scheme:dark){:root{--bad:#ffb4ab;--good:#8fd9a8}}
body{font:1.125rem/1.55 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
h1{line-height:1.2}label{display:block;font-weight:700}
input{font:inherit;display:block;width:100%;box-sizing:border-box;margin:.5rem 0 1.5rem;padding:.75rem 1rem;border:2px solid var(--line);border-radius:.5rem}
input[type=file]{padding:1.5rem 1rem;border-style:dashed}input:focus-visible{outline:3px solid;outline-offset:3px}li{margin:.5rem 0}
.wrong{color:var(--bad)}.right strong{color:var(--good)}`;

const WORDS = `<h1>Offene Daten nachrechnen</h1>
<p>Diese Seite prüft eine Ausgabe der offenen Daten. Sie rechnet Prüfsummen, Summen, Anteile und Urteile neu, soweit es aus den Dateien geht, und sagt, was nicht geht. Sie ist unabhängig von der Website geschrieben.</p>
<p>Die Seite braucht kein Internet. Sie können sie speichern und von Ihrem Gerät öffnen. Ihre Dateien bleiben auf Ihrem Gerät.</p>
<ol><li>Laden Sie eine Ausgabe herunter: als eine Datei (ZIP), oder alle ihre Dateien mit <code>datapackage.json</code>.</li>
<li>Wählen Sie hier die ZIP-Datei oder alle Dateien zusammen aus. Sie können sie auch auf das Feld ziehen.</li>
<li>Haben Sie die Prüfsumme der Ausgabe von anderswo? Dann tragen Sie sie ein. Nur so zeigt sich, ob jemand die ganze Ausgabe ausgetauscht hat.</li></ol>`;

const digest = (text: string) => `'sha256-${sha256(text, 'base64')}'`;

/** What the page may do: run the one script it holds, and nothing else. It also stands in the page, for whoever saves it. */
export const policyOf = (script: string) =>
	`default-src 'none'; script-src ${digest(script)}; style-src ${digest(STYLE)}; base-uri 'none'; form-action 'none'`;

/** One file that holds everything: from a disk as well as from the website. `script`: the checker, bundled. */
export function pageOf(script: string): string {
	return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Offene Daten nachrechnen – Prüfseite</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${WORDS}
<label for="files">Dateien der Ausgabe</label>
<input id="files" type="file" multiple accept=".zip,.json,.csv,.jsonld">
<label for="digest">Prüfsumme der Ausgabe (wenn Sie sie haben)</label>
<input id="digest" type="text" autocomplete="off" autocapitalize="off" spellcheck="false">
<div id="result" role="status"><p>Zum Rechnen braucht diese Seite JavaScript. Ohne geht es mit dem Befehl <code>npm run check-edition</code>.</p></div>
</main>
<script>${script}</script>
</body>
</html>
`;
}
