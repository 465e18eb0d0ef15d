import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { checkEdition, COMPARE, readDigest, verdictOf } from '../checker/check.ts';
import { unpacked, type Taken } from '../checker/edition.ts';

/**
 * Checks an edition of open data, in a folder or as one file: digests, chains, sums, shares, verdicts, computed again as far
 * as the files allow. With the digest of its description from elsewhere, also whether it is that very edition.
 *
 *     npm run check-edition -- DIR|FILE.zip [--digest SHA256]
 */
const USAGE = 'Usage: npm run check-edition -- DIR|FILE.zip [--digest SHA256]';

const SIGNS = { right: '✓', wrong: '✗', open: '?' } as const;

function end(sentence: string): never {
	console.error(sentence);
	process.exit(2);
}

function asked(): { place: string; expected: string | null } {
	const options = { digest: { type: 'string' } } as const;
	try {
		const { values, positionals } = parseArgs({ options, allowPositionals: true });
		const [place, ...more] = positionals;
		if (place === undefined || more.length > 0) return end(USAGE);
		const expected = values.digest === undefined ? null : readDigest(values.digest);
		if (values.digest !== undefined && expected === null)
			return end('Das ist keine Prüfsumme: Sie hat 64 Zeichen, Ziffern und die Buchstaben a bis f.');
		return { place, expected };
	} catch {
		return end(USAGE);
	}
}

function filesIn(place: string): Taken {
	const kind = statSync(place, { throwIfNoEntry: false });
	if (!kind) return end(`${place} gibt es nicht.`);
	if (!kind.isDirectory()) {
		const archive = unpacked(readFileSync(place));
		return archive ?? end(`${place} ist weder ein Ordner noch eine ZIP-Datei, oder die ZIP-Datei ist beschädigt.`);
	}
	const paths = readdirSync(place, { withFileTypes: true, recursive: true })
		.filter((one) => !one.isDirectory())
		.map((one) => join(one.parentPath, one.name));
	const files = paths.map(
		(path) => [relative(place, path).split(sep).join('/'), new Uint8Array(readFileSync(path))] as const
	);
	return { files: new Map(files), doubled: [] };
}

function read(place: string): Taken {
	try {
		return filesIn(place);
	} catch {
		return end(`${place} lässt sich nicht lesen.`);
	}
}

const { place, expected } = asked();
const checked = await checkEdition(read(place), expected);
const { edition, digest, same, findings } = checked;
console.log(`Ausgabe ${edition || 'unbekannt'}, Prüfsumme von datapackage.json: ${digest ?? 'fehlt'}`);
if (same === null) console.log(COMPARE);
for (const { state, about, text } of findings) console.log(`${SIGNS[state]} ${about}: ${text}`);
console.log(verdictOf(checked));
process.exitCode = findings.some(({ state }) => state === 'wrong') ? 1 : 0;
