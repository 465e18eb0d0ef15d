import node from '@sveltejs/adapter-node';
import { newBuildFolder, switchTo } from './src/commands/process/buildFolders.ts';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * A folder for each build, served from the next start on: whoever builds beside a running server takes nothing from it.
 *
 * @returns {import('@sveltejs/kit').Adapter}
 */
function switching() {
	const out = newBuildFolder();
	const { adapt, ...adapter } = node({ out, precompress: true });
	return {
		...adapter,
		async adapt(builder) {
			await adapt(builder);
			switchTo(out);
		}
	};
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess({ script: false }),
	compilerOptions: { runes: true },
	kit: {
		adapter: switching(),
		// Where a page is in the browser, only the front door knows: the language before it is none of the page's.
		paths: { relative: false },
		// Pages that ship script get a nonce; reading pages ship none (csr = false).
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		// `Referrer-Policy: no-referrer` makes browsers send `Origin: null` with plain form posts, which SvelteKit's own
		// check refuses. lib/server/http/origin.ts does the check with Sec-Fetch-Site instead.
		csrf: { trustedOrigins: ['*'] },
		version: { name: process.env.npm_package_version ?? 'dev' },
		alias: { '#lib': 'src/lib' },
		typescript: {
			config: (config) => {
				config.include.push('../migrations/**/*.ts', '../eslint.config.js');
				return config;
			}
		}
	}
};
