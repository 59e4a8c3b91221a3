/**
 * Gives a canvas as many pixels as the screen has for it, clears it, and lets drawing count in CSS pixels.
 * @returns null when the browser grants no 2D context
 */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
): CanvasRenderingContext2D | null {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  const ratio = Math.max(1, window.devicePixelRatio);
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  return context;
}
