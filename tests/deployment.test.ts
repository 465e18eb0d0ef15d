import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { build } from 'vite';
import { parse } from 'yaml';
import { UPLOAD_MAX } from '#lib/importJobs/importJob.ts';
import { MOST_FORM_BYTES } from '#lib/server/http/forms/formLimits.ts';
import { z } from 'zod';
import { readConfig, SETTINGS } from '#lib/server/config.ts';
import viteConfig from '../vite.config.ts';

/** What an operator copies: it names nothing that is not there, and gives away nothing that need not be given. */
const read = (file: string) => readFileSync(file, 'utf8');
const Package = z.object({
	scripts: z.record(z.string(), z.string()),
	dependencies: z.record(z.string(), z.string()),
	devDependencies: z.record(z.string(), z.string())
});
const { scripts, dependencies } = Package.parse(JSON.parse(read('package.json')));

const Service = z.object({
	command: z.array(z.string()).optional(),
	environment: z.record(z.string(), z.string()).default({}),
	read_only: z.boolean().optional(),
	cap_drop: z.array(z.string()).default([]),
	security_opt: z.array(z.string()).default([]),
	networks: z.array(z.string()).default([]),
	volumes: z.array(z.string()).default([]),
	build: z.object({ context: z.string(), dockerfile: z.string() }).optional()
});
const Compose = z.object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.unknown()) });
const text = read('.deploy/compose.yaml');
const compose = Compose.parse(parse(text, { merge: true }));
const apps = Object.entries(compose.services).filter(([, { build }]) => build);
const docker = read('.deploy/Dockerfile');
const unit = read('.deploy/teilhabe.service');

/** Not ours: Node's, npm's. */
const FOREIGN = /^(NODE_ENV|npm_config_\w+)$/;
const unknown = (names: readonly string[]) => names.filter((name) => !SETTINGS.includes(name) && !FOREIGN.test(name));
/** `npm start`, `npm run migrate`, `npm ci`: what of it is a script must be there. */
function scriptOf(words: readonly string[]): string | null {
	const [npm, verb, ...rest] = words.filter((word) => !word.startsWith('--'));
	if (npm !== 'npm' || verb === 'ci') return null;
	return verb === 'run' ? (rest[0] ?? '') : (verb ?? '');
}

describe('the containers', () => {
	it('are told only settings there are, and values that are taken', () => {
		for (const [, { environment }] of apps) {
			expect(unknown(Object.keys(environment))).toEqual([]);
			const filled = Object.entries(environment).map(([name, value]) => {
				const plain = value.replace(/\$\{(\w+)(:-[^}]*)?(:\?[^}]*)?\}/g, (_, one: string, fallback?: string) =>
					fallback === undefined ? `x${one.toLowerCase().replaceAll('_', '-')}.example`.padEnd(40, 'x') : ''
				);
				return [name, plain];
			});
			expect(() => readConfig(Object.fromEntries(filled))).not.toThrow();
		}
	});

	it('are asked for nothing that the example does not name', () => {
		const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
		const named = [...read('.deploy/.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
		expect([...asked].sort()).toEqual(named.sort());
	});

	it('run commands there are', () => {
		const commands = apps.flatMap(([, { command }]) => (command ? [command] : []));
		expect(commands).toHaveLength(3);
		for (const command of commands) expect(scripts).toHaveProperty(scriptOf(command) ?? '-');
	});

	it('of the application cannot change themselves, and are two, beside one that migrates', () => {
		expect(apps.map(([name]) => name)).toEqual(['migrate', 'app1', 'app2']);
		for (const [, service] of apps) {
			expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], environment: { MIGRATE_AT_START: '0' } });
			expect(service.security_opt).toContain('no-new-privileges:true');
			expect(service.volumes).toContain('keys:/keys');
		}
	});

	it('keep the database from the outside, and name no volume twice', () => {
		expect(compose.services.database?.networks).toEqual(['inside']);
		const used = Object.values(compose.services).flatMap(({ volumes }) =>
			volumes.map((one) => one.split(':')[0] ?? '')
		);
		const own = new Set(used.filter((name) => !name.startsWith('.')));
		expect([...own].sort()).toEqual(Object.keys(compose.volumes).sort());
		for (const file of used.filter((name) => name.startsWith('.')))
			expect(existsSync(join('.deploy', file))).toBe(true);
	});
});

describe('the image', () => {
	const lines = docker.split('\n');
	const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));

	it('runs commands there are, as somebody who is not root', () => {
		const run = lines.filter((line) => /^(RUN|CMD) /.test(line) && line.includes('npm'));
		const words = run.map((line) => (line.match(/[\w:.-]+/g) ?? []).slice(1));
		expect(words.map(scriptOf)).toEqual([null, 'build', null, 'start']);
		for (const name of words.flatMap((one) => scriptOf(one) ?? [])) expect(scripts).toHaveProperty(name);
		expect(last.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
	});

	it('holds what is there, only packages of production, and all that the program reads', () => {
		expect(docker).toContain('npm ci --omit=dev');
		const copied = last
			.filter((line) => line.startsWith('COPY') && !line.includes('--from'))
			.flatMap((line) => line.split(' ').slice(1, -1));
		for (const file of copied) expect(existsSync(file)).toBe(true);
		expect(copied).toEqual(expect.arrayContaining(['package.json', 'migrations', 'src']));
		expect(last.join('\n')).toMatch(/COPY --from=build \/app\/build build/);
	});

	it('is asked how it is at a page there is', () => {
		const [, path = ''] = /127\.0\.0\.1:' \+ \(process\.env\.PORT \|\| 3000\) \+ '(\/\w+)'/.exec(docker) ?? [];
		expect(existsSync(`src/routes${path}/+server.ts`)).toBe(true);
		expect(existsSync('src/routes/readyz/+server.ts')).toBe(true);
	});

	it('is told settings there are', () => {
		const env = /^ENV ([\s\S]*?)\n(?! )/m.exec(docker)?.[1] ?? '';
		expect(unknown([...env.matchAll(/(\w+)=/g)].map(([, name = '']) => name))).toEqual([]);
	});

	it('is made of nothing secret', () => {
		expect(read('.deploy/Dockerfile.dockerignore').split('\n')).toEqual(
			expect.arrayContaining(['node_modules', 'var', '.git', '.deploy/.env*'])
		);
	});
});

describe('the service', () => {
	const set = [...unit.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value] as const);
	const values = (key: string) => set.filter(([one]) => one === key).map(([, value]) => value);

	it('runs a command there is, with settings there are', () => {
		const [command = ''] = values('ExecStart').map((line) =>
			scriptOf(line.split(' ').map((word) => word.replace('/usr/bin/', '')))
		);
		expect(scripts).toHaveProperty(command ?? '-');
		const names = values('Environment').flatMap((line) =>
			[...line.matchAll(/(?:^| )(\w+)=/g)].map(([, name = '']) => name)
		);
		expect(names.length).toBeGreaterThan(4);
		expect(unknown(names)).toEqual([]);
		const example = [...read('.deploy/teilhabe.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)];
		expect(unknown(example.map(([, name = '']) => name))).toEqual([]);
	});

	it('may write nowhere but into its own folder', () => {
		const folders = values('StateDirectory')
			.flatMap((line) => line.split(' '))
			.map((one) => `/var/lib/${one}`);
		const written = values('Environment').flatMap((line) => line.match(/(?<==)(?:file:)?\/[\w/.]+/g) ?? []);
		for (const path of written.map((one) => one.replace('file:', '')).filter((one) => !one.startsWith('/tmp/'))) {
			expect(folders.some((folder) => path.startsWith(folder))).toBe(true);
		}
		for (const [key, value] of [
			['ProtectSystem', 'strict'],
			['NoNewPrivileges', 'yes'],
			['UMask', '0077']
		] as const) {
			expect(values(key)).toEqual([value]);
		}
		expect(values('User')).not.toContain('root');
		expect(values('ReadWritePaths')).toEqual([]);
	});
});

describe('the proxies', () => {
	const nginx = read('.deploy/nginx.conf');
	const caddy = read('.deploy/Caddyfile');

	it('leave to the application to say what is too long, and keep connections shorter than it does', () => {
		const start = read('src/commands/start.ts');
		const most = (UPLOAD_MAX + MOST_FORM_BYTES) / 1024 / 1024;
		expect(Number(/client_max_body_size (\d+)m/.exec(nginx)?.[1])).toBeGreaterThan(most);
		expect(Number(/max_size (\d+)MB/.exec(caddy)?.[1])).toBeGreaterThan(most * 1.05);
		const kept = Number(/keepAliveTimeout = ([\d_]+)/.exec(start)?.[1]?.replace('_', ''));
		expect(Number(/keepalive_timeout (\d+)s/.exec(nginx)?.[1]) * 1000).toBeLessThan(kept);
	});

	it('say whose request it is by themselves, write no addresses down, and do not compress twice', () => {
		expect(nginx).toMatch(/proxy_set_header X-Forwarded-For \$remote_addr;/);
		expect(caddy).toMatch(/header_up X-Forwarded-For \{remote_host\}/);
		expect(nginx.match(/access_log off;/g)).toHaveLength(2);
		expect(caddy).not.toMatch(/^\s*(log|encode)\b/m);
		expect(nginx).toMatch(/gzip off;/);
	});
});

/** Everything these files import, and what that imports, as names of packages. */
function packagesOf(entries: readonly string[]): Map<string, string> {
	const found = new Map<string, string>();
	const seen = new Set<string>();
	const visit = (file: string): void => {
		if (seen.has(file) || !/\.[jt]s$/.test(file)) return;
		seen.add(file);
		const { importedFiles } = ts.preProcessFile(read(file), true, true);
		const typeOnly = new Set([...read(file).matchAll(/^import type [^;]*? from '([^']+)'/gm)].map(([, from]) => from));
		for (const { fileName } of importedFiles) {
			if (fileName.startsWith('node:') || typeOnly.has(fileName)) continue;
			const own = fileName.startsWith('#lib/')
				? `src/lib/${fileName.slice(5)}`
				: fileName.startsWith('.')
					? join(dirname(file), fileName)
					: null;
			if (own) visit(relative('.', own));
			else
				found.set(
					fileName
						.split('/')
						.slice(0, fileName.startsWith('@') ? 2 : 1)
						.join('/'),
					file
				);
		}
	};
	for (const entry of entries) visit(entry);
	return found;
}

it('whatever an operator runs needs packages of production only', () => {
	const DEVELOPING = ['dev', 'build', 'demo', 'bench', 'faults', 'test'];
	const entries = Object.entries(scripts)
		.filter(([name]) => !DEVELOPING.includes(name))
		.flatMap(([, line]) => line.match(/src\/[\w/-]+\.ts/g) ?? []);
	const used = packagesOf([...entries, 'src/worker.ts', 'src/lib/server/print/thread.ts']);
	expect(used.size).toBeGreaterThan(10);
	expect([...used].filter(([name]) => !(name in dependencies))).toEqual([]);
});

it('the newest version in the list of changes is the one of the package', () => {
	const versions = [...read('.github/CHANGELOG.md').matchAll(/^## (\d+\.\d+\.\d+) – (\d{4}-\d{2}-\d{2})$/gm)];
	const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
	expect(versions[0]?.[1]).toBe(version);
	expect(read('.github/CHANGELOG.md')).toContain('## Unreleased');
});

it('a build reads no TypeScript settings of folders above', async () => {
	const above = mkdtempSync(join(tmpdir(), 'teilhabe-above-'));
	try {
		writeFileSync(join(above, 'tsconfig.json'), '{ "extends": "./nowhere.json" }');
		const root = join(above, 'clone');
		mkdirSync(root);
		// As ours: one that does not name every file, so that the builder looks further up for the others.
		writeFileSync(join(root, 'tsconfig.json'), '{ "include": ["src/*.ts"] }');
		writeFileSync(join(root, 'entry.ts'), 'export const kept: number = 1;');
		const made = build({
			...{ root, configFile: false, logLevel: 'silent', tsconfig: viteConfig.tsconfig },
			build: { write: false, lib: { entry: 'entry.ts', formats: ['es'] } }
		});
		await expect(made).resolves.toBeDefined();
	} finally {
		rmSync(above, { recursive: true, force: true });
	}
});
