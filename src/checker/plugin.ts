import { build, type Plugin } from 'vite';

const NAME = 'virtual:checker';
const RESOLVED = `\0${NAME}`;

/** `import script from 'virtual:checker'`: the checker with its page as one script, for browsers from Chrome 88 on. */
export function checkerScript(): Plugin {
	return {
		name: 'checker-script',
		resolveId: (id) => (id === NAME ? RESOLVED : null),
		async load(id) {
			if (id !== RESOLVED) return null;
			return `export default ${JSON.stringify(await bundled())};`;
		}
	};
}

async function bundled(): Promise<string> {
	const made = await build({
		configFile: false,
		logLevel: 'warn',
		build: {
			write: false,
			target: 'chrome88',
			lib: { entry: 'src/checker/page.ts', formats: ['iife'], name: 'checker' }
		}
	});
	const [output] = [made].flat();
	const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined;
	if (!chunk) throw new Error('the checker was not bundled');
	// Inside a page nothing may look like the end of the script.
	return chunk.code.replaceAll('</script', '<\\/script').trim();
}
