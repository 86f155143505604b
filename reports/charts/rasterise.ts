import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const fontFiles = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map(
  (weight) => `@expo-google-fonts/plus-jakarta-sans/${weight}/PlusJakartaSans_${weight}.ttf`,
);

interface Rasteriser {
  draw(svg: string, scale: number): Uint8Array;
}

let loaded: Promise<Rasteriser> | undefined;

/**
 * A standalone SVG as PNG on white, in the shipped typeface: the same bytes on every machine, since
 * neither its fonts nor its libraries take part.
 * @param scale pixels of the picture to a CSS pixel; 2 for screens of today
 */
export async function rasterise(svg: string, scale = 2): Promise<Uint8Array> {
  loaded ??= load();
  return (await loaded).draw(svg, scale);
}

async function load(): Promise<Rasteriser> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = fontFiles.map((file) => new Uint8Array(readFileSync(require.resolve(file))));
  return {
    draw(svg, scale) {
      const picture = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: scale },
        background: '#ffffff',
        font: { fontBuffers, defaultFontFamily: 'Plus Jakarta Sans' },
      });
      return picture.render().asPng();
    },
  };
}
