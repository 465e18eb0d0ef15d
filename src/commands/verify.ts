import * as corrections from '#lib/corrections/corrections.server.ts';
import { run, Wrong } from './run.ts';

const usage = `npm run verify

Recomputes the digest of every published version, of every report and of every addendum, follows what addenda have changed,
and names what is no longer as it was.
Exit code: 0 nothing has changed, 1 something has.`;

function tell(what: string, verified: readonly corrections.Verified[]): boolean {
	for (const { number, ok, difference } of verified) {
		console.log(`${what} ${number}: ${ok ? 'unchanged' : `CHANGED${difference ? `, first at ${difference}` : ''}`}`);
	}
	return verified.every((one) => one.ok);
}

await run({
	usage,
	read(args) {
		if (args.length > 0) throw new Wrong('There is nothing to say after "verify".');
	},
	async work(ctx) {
		const all = await corrections.verify(ctx);
		const of = (kind: corrections.Verified['of']) => all.filter((one) => one.of === kind);
		if (of('version').length === 0) console.log('No version has been published so far.');
		if (of('report').length === 0) console.log('No report has been published so far.');
		const told = [
			...[tell('Version', of('version')), tell('Report', of('report'))],
			...[tell('Call', of('call')), tell('Addendum', of('addendum'))]
		];
		return told.every(Boolean) ? 0 : 1;
	}
});
