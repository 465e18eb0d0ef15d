import { checkBoard } from './checks/board.ts';
import { checkChronicle } from './checks/chronicle.ts';
import { checkCounts } from './checks/counts.ts';
import { checkChains, readDocuments } from './checks/documents.ts';
import { checkEvaluations } from './checks/evaluations.ts';
import { checkFiles } from './checks/files.ts';
import { checkOmissions } from './checks/omissions.ts';
import { checkOrders } from './checks/orders.ts';
import { checkPriorities } from './checks/priorities.ts';
import { checkReferences } from './checks/references.ts';
import { checkRepeated } from './checks/repeated.ts';
import { checkReports } from './checks/reports.ts';
import { checkRepresentation } from './checks/representation.ts';
import { checkTables } from './checks/tables.ts';
import { checkTexts } from './checks/texts.ts';
import { checkVersions } from './checks/versions.ts';
import { readEdition, type Edition, type Taken } from './edition.ts';
import { Findings, type Finding } from './finding.ts';
import { object, objects, sha256, text } from './values.ts';

export interface Checked {
	/** Number of the edition; empty: nobody says. */
	edition: string;
	/** SHA-256 of `datapackage.json`: whoever has it from elsewhere knows that nothing at all was changed. */
	digest: string | null;
	/** Whether it is the one that was given; null: none was given. */
	same: boolean | null;
	findings: Finding[];
}

/** What these files cannot prove by themselves, said so. */
const NEVER = [
	'Wer alle Dateien neu schreibt und neu versiegelt, macht eine andere Ausgabe. Das zeigt nur die Prüfsumme, die anderswo steht.',
	'Die Worte von Beiträgen, Kommentaren, Änderungsvorschlägen, Treffen, Aufrufen und Berichten über die Umsetzung sind einzeln nicht versiegelt, auch nicht, wer sie schrieb, wann, und wie viele sie unterstützen. Für sie gilt nur die Prüfsumme der Ausgabe.',
	'Einzelne Stimmen sind geheim. Ob die Summen richtig gezählt sind, kann niemand aus diesen Dateien nachrechnen. Was seit dem letzten Bericht dazukam, steht in keinem anderen Text.',
	'Was Spalten und Kürzel bedeuten, Anfang, Ende und Namen der Phasen und der Handlungsfelder stehen nur einmal da.',
	'Eine Fassung versiegelt auch Prüfsummen der Zeilen in der Datenbank. Nachrechnen kann sie nur, wer die Datenbank hat.',
	'Die Landkarte im Meinungsbild entsteht aus einzelnen Stimmen. Geprüft ist nur, dass ihr Text unverändert ist.'
];

const PLAIN_DIGEST = /^[\da-f]{64}$/;

/** A digest as somebody wrote it down: with blanks, in capitals, with `sha256:` in front. null: it is none. */
export function readDigest(written: string): string | null {
	const digest = written
		.toLowerCase()
		.replace(/^\s*sha-?256\s*:?/, '')
		.replace(/\s/g, '');
	return PLAIN_DIGEST.test(digest) ? digest : null;
}

/**
 * Checks every file, digest, chain, sum and share of an edition. `expected`: the digest of its description, from elsewhere.
 * Throws nothing, whatever the files hold.
 */
export async function checkEdition(taken: Taken, expected: string | null = null): Promise<Checked> {
	const edition = readEdition(taken);
	const package_ = edition.files.get('datapackage.json');
	const digest = package_ ? await sha256(package_) : null;
	const { documents, findings } = await readDocuments(edition);
	return {
		edition: text(edition.description?.version),
		digest,
		same: expected === null ? null : expected === digest,
		findings: [
			...checkDigest(edition, digest, expected),
			...(await checkFiles(edition)),
			...checkTables(edition),
			...findings,
			...checkChains(edition, documents),
			...(await checkVersions(edition, documents)),
			...checkTexts(edition),
			...checkCounts(edition),
			...checkOrders(edition),
			...checkReports(documents),
			...checkRepeated(edition, documents),
			...checkRepresentation(edition, documents),
			...checkOmissions(edition, documents),
			...checkBoard(edition, documents),
			...checkPriorities(edition, documents),
			...checkEvaluations(edition, documents),
			...checkChronicle(edition, documents),
			...checkReferences(edition),
			...(expected === null || expected !== digest ? NEVER : NEVER.slice(2, 3)).map((text): Finding => ({
				state: 'open',
				about: 'Was offen bleibt',
				text,
				count: 1
			}))
		]
	};
}

function checkDigest(edition: Edition, digest: string | null, expected: string | null): Finding[] {
	const found = new Findings('Die Ausgabe');
	if (expected !== null)
		found.expect(
			expected === digest,
			() =>
				`Die Prüfsumme ist nicht die, die Sie angegeben haben. Das ist nicht diese Ausgabe, oder jemand hat sie verändert: ${expected}`
		);
	const [before] = objects(edition.description?.earlier).map((one) => object(one));
	if (before)
		found.open(
			`Sie nennt als Prüfsumme der Ausgabe ${text(before.version)}: ${text(before.hash).replace('sha256:', '')}. Wer jene hat, kann sie damit prüfen.`
		);
	return found.done('Die Prüfsumme ist die, die Sie angegeben haben. Es ist die Ausgabe, zu der sie gehört.');
}

/** In a sentence, what came out. */
export function verdictOf({ same, findings }: Checked): string {
	const wrong = findings.filter(({ state }) => state === 'wrong').length;
	if (wrong > 0) return wrong === 1 ? '1 Fehler gefunden.' : `${wrong} Fehler gefunden.`;
	return same === true
		? 'Kein Fehler gefunden, und es ist die Ausgabe mit Ihrer Prüfsumme.'
		: 'Kein Fehler gefunden. Vergleichen Sie noch die Prüfsumme.';
}

/** Where the digest stands. */
export const COMPARE =
	'Vergleichen Sie diese Prüfsumme: Sie steht auf der Website unter »Offene Daten«, im Feed der Chronik, im Eintrag für Datenportale und in jeder späteren Ausgabe. Ist sie dort eine andere, dann ist das nicht die Ausgabe, die veröffentlicht ist.';
