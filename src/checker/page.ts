import { checkEdition, COMPARE, readDigest, verdictOf, type Checked } from './check.ts';
import { together, unpacked, type Taken } from './edition.ts';
import type { Finding, State } from './finding.ts';

/** The page around the check: files come from a field, nothing goes anywhere. */

const HEADINGS: readonly [State, string][] = [
	['wrong', 'Das stimmt nicht'],
	['right', 'Das ist nachgerechnet und stimmt'],
	['open', 'Das lässt sich hier nicht prüfen']
];

function element<K extends keyof HTMLElementTagNameMap>(name: K, words = '', parts: readonly Node[] = []) {
	const made = document.createElement(name);
	made.textContent = words;
	for (const part of parts) made.appendChild(part);
	return made;
}

function said(checked: Checked): Node[] {
	const { edition, digest, same, findings } = checked;
	return [
		element('p', `Ausgabe ${edition || 'unbekannt'}. Prüfsumme von datapackage.json:`),
		element('p', '', [element('code', digest ?? 'fehlt')]),
		...(same === null ? [element('p', COMPARE)] : []),
		element('h2', verdictOf(checked)),
		...HEADINGS.flatMap(([state, heading]) =>
			group(
				heading,
				state,
				findings.filter((one) => one.state === state)
			)
		)
	];
}

/** More than that nobody reads. */
const SHOWN = 200;

function group(heading: string, state: State, findings: readonly Finding[]): Node[] {
	if (findings.length === 0) return [];
	const items = findings
		.slice(0, SHOWN)
		.map(({ about, text }) => element('li', '', [element('strong', `${about}: `), document.createTextNode(text)]));
	if (findings.length > SHOWN) items.push(element('li', `Und ${findings.length - SHOWN} mehr.`));
	const list = element('ul', '', items);
	list.className = state;
	return [element('h3', heading), list];
}

async function take(file: File): Promise<Taken | string> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (!file.name.toLowerCase().endsWith('.zip'))
		return { files: new Map([[file.webkitRelativePath || file.name, bytes]]), doubled: [] };
	return unpacked(bytes) ?? `${file.name} ist keine ZIP-Datei oder beschädigt.`;
}

async function check(files: FileList, expected: HTMLInputElement, into: HTMLElement): Promise<void> {
	into.replaceChildren(element('p', 'Die Dateien werden geprüft …'));
	const digest = readDigest(expected.value);
	if (expected.value.trim() !== '' && digest === null) {
		const words = 'Das ist keine Prüfsumme. Eine Prüfsumme hat 64 Zeichen: Ziffern und die Buchstaben a bis f.';
		into.replaceChildren(element('p', words));
		return;
	}
	const taken: Taken[] = [];
	for (const file of Array.from(files)) {
		const one = await take(file);
		if (typeof one === 'string') return into.replaceChildren(element('p', one));
		taken.push(one);
	}
	into.replaceChildren(...said(await checkEdition(together(taken), digest)));
}

const [field, expected, result] = ['files', 'digest', 'result'].map((id) => document.getElementById(id));
if (field instanceof HTMLInputElement && expected instanceof HTMLInputElement && result) {
	// What stands there is for whoever has no script.
	result.replaceChildren();
	if (typeof crypto.subtle === 'undefined')
		result.replaceChildren(
			element(
				'p',
				'Dieser Browser rechnet hier keine Prüfsummen. Speichern Sie die Seite und öffnen Sie die gespeicherte Datei.'
			)
		);
	const again = () => {
		if (field.files && field.files.length > 0)
			check(field.files, expected, result).catch(() =>
				result.replaceChildren(
					element('p', 'Die Dateien lassen sich nicht lesen. Bitte wählen Sie sie noch einmal aus.')
				)
			);
	};
	field.addEventListener('change', again);
	expected.addEventListener('change', again);
}
