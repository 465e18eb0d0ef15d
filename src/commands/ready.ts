import { isReady, type Check } from '#lib/readiness/readiness.ts';
import * as readiness from '#lib/readiness/readiness.server.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { options, run } from './run.ts';

const usage = `npm run ready
npm run ready -- --all

Lists what is missing before people come: what must be (exit code 1 while any of it is open), and what is advised. It is
the list of /werkstatt/start. Run it as the user and with the settings of the server: it looks at both.

--all  also what is there already.`;

function told({ name, done, facts, essential, missing }: Check): string {
	const { [name]: words } = t.readiness.checks;
	const sign = done ? 'ok  ' : essential ? 'MUSS' : 'RAT ';
	if (done) return `${sign}  ${words.done}`;
	const pages = missing.map(({ title, names }) => fill(t.readiness.onPage, { title, names: names.join(', ') }));
	const todo = `→ ${fill(words.todo, facts)}${words.href ? ` (${words.href})` : ''}`;
	return [`${sign}  ${fill(words.open, facts)}`, ...pages, todo].join('\n      ');
}

await run<{ all: boolean }>({
	usage,
	evenWhenClosed: true,
	read(args) {
		const { values } = options({ args, options: { all: { type: 'boolean' } } });
		return { all: values.all ?? false };
	},
	async work(ctx, { all }) {
		const checks = await readiness.checks(ctx);
		for (const check of checks.filter(({ done }) => all || !done)) console.log(told(check));
		const ready = isReady(checks);
		if (ready) console.log(`${t.readiness.ready}. ${t.readiness.readyText}`);
		return ready ? 0 : 1;
	}
});
