import { xmlAttribute } from '../../text/xml.js';
import type { Picture } from '../document/document.js';
import { scaleTo, sizeOf, type Piece, type Size } from '../document/pieces.js';

/** A piece of a picture in a line. @param id of the drawing, and of the image, in the document */
export function drawingXml(
    picture: Picture,
    piece: Piece,
    { id, image, alternative }: { readonly id: number; readonly image: number; readonly alternative: string },
    most: Size,
): string {
    const whole = sizeOf(picture.svg);
    const high = piece.to - piece.from;
    const scale = Math.min(scaleTo(most, whole.width), most.height / high);
    const [x, y] = [whole.width, high].map((s) => String(Math.round(s * scale)));
    const share = (height: number) => String(Math.round((height / whole.height) * 100_000));
    const crop =
        high === whole.height ? '' : `<a:srcRect t="${share(piece.from)}" b="${share(whole.height - piece.to)}"/>`;
    const properties = `id="${String(id)}" name="${xmlAttribute(picture.name)}" descr="${xmlAttribute(alternative)}" title="${xmlAttribute(picture.caption)}"`;
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${String(x)}" cy="${String(y)}"/><wp:docPr ${properties}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${properties}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage${String(image)}"/>${crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${String(x)}" cy="${String(y)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
