//! Reading a team's code with the camera, in browsers that can find codes in a picture; elsewhere nothing is seen of it.

use gloo::timers::callback::Interval;
use gloo::utils::window;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};
use yew::prelude::*;

use crate::words::text::{Language, Text};

/// So often a picture is looked at, milliseconds.
const EVERY: u32 = 250;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type BarcodeDetector;
    #[wasm_bindgen(constructor, catch)]
    fn new(options: &JsValue) -> Result<BarcodeDetector, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn detect(this: &BarcodeDetector, picture: &JsValue) -> Result<Promise, JsValue>;
}

/// Whether this browser can read codes, and may have a camera.
fn can_scan() -> bool {
    let has = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).is_ok_and(|found| found.is_truthy());
    has(&window(), "BarcodeDetector") && has(&window().navigator(), "mediaDevices")
}

/// A reader of QR codes.
fn detector() -> Option<BarcodeDetector> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into()));
    BarcodeDetector::new(&options).ok()
}

/// The camera that looks away from the person, where there are two.
async fn camera() -> Result<MediaStream, JsValue> {
    let (constraints, video) = (MediaStreamConstraints::new(), Object::new());
    Reflect::set(&video, &"facingMode".into(), &"environment".into())?;
    constraints.set_video(&video);
    let asked = window().navigator().media_devices()?.get_user_media_with_constraints(&constraints)?;
    JsFuture::from(asked).await?.dyn_into()
}

fn close(stream: &MediaStream) {
    for track in stream.get_tracks() {
        if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
            track.stop();
        }
    }
}

/// The text of the first code in a picture.
async fn look(detector: BarcodeDetector, video: HtmlVideoElement) -> Option<String> {
    let found = JsFuture::from(detector.detect(&video).ok()?).await.ok()?;
    let first = found.dyn_into::<Array>().ok()?.get(0);
    Reflect::get(&first, &"rawValue".into()).ok()?.as_string().filter(|text| !text.is_empty())
}

/// A camera that is open; it is closed when this is let go.
struct Open(MediaStream);

impl Drop for Open {
    fn drop(&mut self) {
        close(&self.0);
    }
}

#[derive(Properties, PartialEq)]
pub struct ScanProps {
    pub language: Language,
    /// Told what was read; the camera is closed then.
    pub onread: Callback<String>,
}

/// What the camera is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Camera {
    Closed,
    Open,
    Refused,
}

/// The button and, while the camera is open, what it sees.
#[component]
pub fn Scan(props: &ScanProps) -> Html {
    let say = |text| props.language.text(text);
    let can = *use_memo((), |()| can_scan());
    let camera = use_state_eq(|| Camera::Closed);
    let video = use_node_ref();
    let newest = use_mut_ref(|| props.onread.clone());
    newest.borrow_mut().clone_from(&props.onread);
    {
        let (video, set) = (video.clone(), camera.setter());
        use_effect_with(*camera == Camera::Open, move |open| {
            let held = std::rc::Rc::new(std::cell::RefCell::new(None::<(Open, Option<Interval>)>));
            let wanted = std::rc::Rc::new(std::cell::Cell::new(*open));
            if *open {
                let (held, wanted) = (held.clone(), wanted.clone());
                spawn_local(async move {
                    let stream = self::camera().await;
                    let (Ok(stream), Some(video), Some(detector)) =
                        (stream, video.cast::<HtmlVideoElement>(), detector())
                    else {
                        set.set(Camera::Refused);
                        return;
                    };
                    let stream = Open(stream);
                    // It may have been closed again while the visitor was asked.
                    if !wanted.get() {
                        return;
                    }
                    video.set_src_object(Some(&stream.0));
                    let _ = video.play();
                    let looks = Interval::new(EVERY, move || {
                        let (newest, set, wanted) = (newest.clone(), set.clone(), wanted.clone());
                        let (detector, video) = (detector.clone(), video.clone());
                        spawn_local(async move {
                            if let Some(text) = look(detector, video).await
                                && wanted.replace(false)
                            {
                                set.set(Camera::Closed);
                                newest.borrow().emit(text);
                            }
                        });
                    });
                    *held.borrow_mut() = Some((stream, Some(looks)));
                });
            }
            move || {
                wanted.set(false);
                drop(held.borrow_mut().take());
            }
        });
    }
    let open = *camera == Camera::Open;
    let onclick = {
        let set = camera.setter();
        move |_| set.set(if open { Camera::Closed } else { Camera::Open })
    };
    let text = if open { Text::TeamScanStop } else { Text::TeamScan };
    let refused = if *camera == Camera::Refused { say(Text::TeamScanRefused) } else { "" };
    html! {
        <div class="teams-scan" hidden={!can}>
            <button type="button" class="button" data-team-scan="" aria-expanded={open.to_string()} {onclick}>{ say(text) }</button>
            <p role="status">{ refused }</p>
            <video ref={video} hidden={!open} playsinline={true} muted={true} aria-label={say(Text::TeamScanPicture)}></video>
        </div>
    }
}
