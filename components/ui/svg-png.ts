/** Pixels of the file for one on the screen. */
const DENSITY = 2;

/**
 * Paints an SVG document as a PNG file.
 * @throws Error when the browser cannot draw it
 */
export async function svgPng({
  svg,
  width,
  height,
}: {
  svg: string;
  width: number;
  height: number;
}): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("the browser grants no 2D context");
  context.scale(DENSITY, DENSITY);
  context.drawImage(image, 0, 0, width, height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)));
  });
}
