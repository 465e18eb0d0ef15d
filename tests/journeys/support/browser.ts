// Read when the package is loaded: it then brings its own libraries, and a bare machine needs none.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
// Nothing of ours draws in three dimensions.
chromium.setGraphicsMode = false;

/** Flags that would make this browser more lenient, or less stable, than those people use. */
const UNWANTED = [
	'--single-process',
	'--disable-web-security',
	'--allow-running-insecure-content',
	"--headless='shell'"
];

export const launchOptions = {
	executablePath: await chromium.executablePath(),
	args: chromium.args.filter((flag) => !UNWANTED.includes(flag)),
	headless: true
};
