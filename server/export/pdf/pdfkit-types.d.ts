/** What of pdfkit is used here: the package has no types of its own. */
declare module "pdfkit" {
  interface Structure {
    add(child: Structure | (() => void)): Structure;
    end(): void;
  }
  interface TextOptions {
    continued?: boolean;
    link?: string | null;
    underline?: boolean;
    width?: number;
    lineBreak?: boolean;
    lineGap?: number;
    align?: "left" | "right";
  }
  export default class PDFDocument implements AsyncIterable<Buffer> {
    constructor(options: object);
    x: number;
    y: number;
    page: {
      markings: unknown[];
      width: number;
      height: number;
      margins: { left: number; right: number; top: number; bottom: number };
    };
    struct(type: string, children?: (Structure | (() => void))[] | (() => void)): Structure;
    addStructure(element: Structure): this;
    markContent(tag: string, options?: object): this;
    endMarkedContent(): this;
    registerFont(name: string, source: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    text(text: string, options?: TextOptions): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    moveDown(lines?: number): this;
    addPage(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    strokeColor(color: string): this;
    stroke(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(page: number): this;
    end(): void;
    on(event: "data", listener: (chunk: Buffer) => void): this;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    [Symbol.asyncIterator](): AsyncIterator<Buffer>;
  }
}
