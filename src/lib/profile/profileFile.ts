import { isRecord } from '../canonical.ts';
import { fieldSentence } from '../texts/texts.ts';
import { obey, Refused } from '../verdict.ts';
import { FORMAT, Profile } from './profile.ts';
import { mayHold } from './rules.ts';

/** More than the largest pictures and six hundred districts take. */
export const FILE_BYTES = 1_500_000;

/** A profile as a file holds it. Refused, with the first thing that is wrong: what no profile of ours is. */
export function readProfile(text: string): Profile {
	const profile = Profile.safeParse(fileContent(text));
	if (!profile.success) throw fileRefusal(profile.error.issues);
	obey(mayHold(profile.data));
	return profile.data;
}

/** What a file says, nothing of it looked at but its format. */
export function fileContent(text: string): Record<string, unknown> {
	if (text.length > FILE_BYTES) throw new Refused('profileTooLarge');
	const content = parsed(text);
	const { format } = content;
	if (typeof format === 'number' && format > FORMAT)
		throw new Refused('profileNewer', { format: String(format), known: String(FORMAT) });
	return content;
}

function parsed(text: string): Record<string, unknown> {
	let content: unknown;
	try {
		content = JSON.parse(text.normalize('NFC'));
	} catch {
		throw new Refused('profileNoJson');
	}
	if (!isRecord(content)) throw new Refused('profileNoJson');
	return content;
}

interface Issue {
	code: string;
	path: PropertyKey[];
	message: string;
	keys?: string[];
}

/** An unknown key first: what is misspelt is missing in its place, too, and that would explain nothing. */
export function fileRefusal(issues: readonly Issue[]): Refused {
	const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
	const at = (path: readonly PropertyKey[]) => path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
	if (unknown) {
		return new Refused('profileUnknownKey', { key: [...at(unknown.path), unknown.keys?.[0] ?? ''].join('.') });
	}
	const [first] = issues;
	const place = at(first?.path ?? []).join('.');
	return new Refused('profileWrong', { place, problem: fieldSentence(first?.message ?? '') });
}

/** As it is exported: keys in the order of the schema, pictures and all. What else is in the file comes after it. */
export const writeProfile = (profile: Profile & Readonly<Record<string, unknown>>): string =>
	`${JSON.stringify(profile, null, '\t')}\n`;
