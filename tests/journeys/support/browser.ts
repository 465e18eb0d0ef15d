import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Read when the package is loaded: it then brings its own libraries, and a bare machine needs none.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
// Nothing of ours draws in three dimensions.
chromium.setGraphicsMode = false;

/** Flags that would make this browser more lenient, or less stable, than those people use. */
const UNWANTED = [
	'--single-process',
	'--in-process-gpu',
	'--ignore-gpu-blocklist',
	'--disable-web-security',
	'--allow-running-insecure-content',
	"--headless='shell'"
];

/** Pages are painted by the plain painter: a graphics card played by the processor takes a seventh of a journey. */
const PLAIN_PAINTER = ['--disable-gpu', '--disable-software-rasterizer'];

const executablePath = await chromium.executablePath();

/**
 * The package's font configuration names /tmp, wherever it has unpacked itself. A browser without a single font ends at
 * the first form field, so it is told where its fonts really are.
 */
const fonts = join(tmpdir(), 'fonts');
const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>
`;
const file = join(fonts, 'fonts.conf');
if (readFileSync(file, 'utf8') !== configuration) writeFileSync(file, configuration);

export const launchOptions = {
	executablePath,
	args: [...chromium.args.filter((flag) => !UNWANTED.includes(flag)), ...PLAIN_PAINTER],
	headless: true
};
