import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { BuktiError } from '../../base/index.ts';

const require = createRequire(import.meta.url);

const fontFiles = ['400Regular', '600SemiBold', '700Bold'].map(
  (weight) => `@expo-google-fonts/plus-jakarta-sans/${weight}/PlusJakartaSans_${weight}.ttf`,
);

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');
type Compiler = ReturnType<Typst['NodeCompiler']['create']>;

let loaded: Promise<Compiler> | undefined;

/**
 * The compiler with the shipped typeface and nothing of this machine: no fonts, no files, no network.
 * @param load gives the library; another only in tests
 * @throws BuktiError `reports.pdf.unavailable` where the library has no binary for this machine
 */
export async function createCompiler(
  load: () => Promise<Typst> = () => import('@myriaddreamin/typst-ts-node-compiler'),
): Promise<Compiler> {
  let library: Typst;
  try {
    library = await load();
  } catch {
    throw new BuktiError('reports.pdf.unavailable', {
      machine: `${process.platform} ${process.arch}`,
    });
  }
  const fontBlobs = fontFiles.map((file) => readFileSync(require.resolve(file)));
  return library.NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs }] });
}

/**
 * Typst source as a tagged PDF with its fonts embedded: the same bytes for the same source. PDF/UA-1,
 * but for a text with a sign that the typeface does not have (names in other scripts): then a tagged
 * PDF without that promise.
 */
export async function compile(source: string): Promise<Uint8Array> {
  loaded ??= createCompiler();
  const compiler = await loaded;
  const result = compiler.compile({ mainFileContent: source });
  const document = result.result;
  if (!document) {
    const error = result.takeError();
    throw new Error(`typst: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`);
  }
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', pdfTags: true });
  } catch (error) {
    if (!String(error).includes('could not be displayed with font')) throw error;
    return compiler.pdf(document, { pdfTags: true });
  } finally {
    compiler.evictCache(0);
  }
}
