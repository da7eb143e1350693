/** What the build writes before the parts of the script of tools (scripts/portal/site/dress/looks.py). */

/** One thing a reader may set: its name, the word that asks, each value and how it is called. */
type Look = Readonly<{ name: string, label: string, options: readonly (readonly [string, string])[] }>;

/** What a reader may set, in each language. */
declare const LOOKS: Readonly<Record<string, readonly Look[]>>;
/** What a field that leaves rows out says of how many are left, in each language. */
declare const FILTERED: Readonly<Record<string, Readonly<{ left: string, none: string }>>>;
/** The style of the panel, beside this script. */
declare const STYLE_OF_LOOKS: string;

/** What a page turns a view all around with: the library comes at a press (docs/assets/pannellum.js). */
interface PanoramaViewer {
  destroy(): void;
  getHfov(): number;
  getPitch(): number;
  getYaw(): number;
  isLoaded(): boolean;
  lookAt(pitch: number, yaw: number, hfov: number, animated: boolean): void;
  setHfov(hfov: number, animated: boolean): void;
  setUpdate(update: boolean): void;
}
declare const pannellum: { viewer(box: HTMLElement, settings: Record<string, unknown>): PanoramaViewer };
