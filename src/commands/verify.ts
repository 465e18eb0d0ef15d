import * as publishing from '#lib/publishing/publishing.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { run, Wrong } from './run.ts';

const usage = `npm run verify

Recomputes the digest of every published version and of every report, and names what is no longer as it was.
Exit code: 0 nothing has changed, 1 something has.`;

interface Verified {
	number: number;
	ok: boolean;
	/** Where the first difference is, when it is known. */
	difference?: string;
}

function tell(what: string, verified: readonly Verified[]): boolean {
	for (const { number, ok, difference } of verified) {
		console.log(`${what} ${number}: ${ok ? 'unchanged' : `CHANGED${difference ? `, first at ${difference}` : ''}`}`);
	}
	if (verified.length === 0) console.log(`No ${what.toLowerCase()} has been published so far.`);
	return verified.every((one) => one.ok);
}

await run({
	usage,
	read(args) {
		if (args.length > 0) throw new Wrong('There is nothing to say after "verify".');
	},
	async work(ctx) {
		const versions = tell('Version', await publishing.verify(ctx));
		const frozen = tell('Report', await reports.verify(ctx));
		return versions && frozen ? 0 : 1;
	}
});
