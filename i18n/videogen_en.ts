<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Alert</name>
    <message>
        <source>Copy the message</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AspectSelector</name>
    <message>
        <source>Shape of the video</source>
        <translation>Shape of the video</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Landscape, 16:9</source>
        <translation>Landscape, 16:9</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Portrait, 9:16</source>
        <translation>Portrait, 9:16</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>{price} needed</source>
        <translation>{price} needed</translation>
    </message>
    <message>
        <source>Describe the video first</source>
        <translation>Describe the video first</translation>
    </message>
    <message>
        <source>Describe the video you want to make…</source>
        <translation>Describe the video you want to make…</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Enter creates the video, Shift+Enter breaks the line</source>
        <translation>Enter creates the video, Shift+Enter breaks the line</translation>
    </message>
</context>
<context>
    <name>CreditBadge</name>
    <message>
        <source>Credits: not known yet</source>
        <translation>Credits: not known yet</translation>
    </message>
    <message>
        <source>{amount} available</source>
        <translation>{amount} available</translation>
    </message>
    <message>
        <source>{amount} available, {held} held</source>
        <translation>{amount} available, {held} held</translation>
    </message>
</context>
<context>
    <name>CreditPanel</name>
    <message>
        <source>Your credits</source>
        <translation>Your credits</translation>
    </message>
    <message>
        <source>Sandbox wallet: play money, nothing costs anything</source>
        <translation>Sandbox wallet: play money, nothing costs anything</translation>
    </message>
    <message>
        <source>Kie AI wallet</source>
        <translation>Kie AI wallet</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Held for videos on their way</source>
        <translation>Held for videos on their way</translation>
    </message>
    <message>
        <source>Held credits come back when a video is not accepted.</source>
        <translation>Held credits come back when a video is not accepted.</translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message>
        <source>1 credit</source>
        <translation>1 credit</translation>
    </message>
    <message>
        <source>{amount} credits</source>
        <translation>{amount} credits</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Your first video starts with a sentence</source>
        <translation>Your first video starts with a sentence</translation>
    </message>
    <message>
        <source>Write it below, or begin with one of these:</source>
        <translation>Write it below, or begin with one of these:</translation>
    </message>
    <message>
        <source>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</source>
        <translation>A professor stands at the front of a lively classroom, enthusiastically giving a lecture.</translation>
    </message>
    <message>
        <source>A cat playing with a ball of yarn in slow motion.</source>
        <translation>A cat playing with a ball of yarn in slow motion.</translation>
    </message>
    <message>
        <source>Aerial view of a beautiful beach at sunset with waves crashing.</source>
        <translation>Aerial view of a beautiful beach at sunset with waves crashing.</translation>
    </message>
    <message>
        <source>A chef preparing sushi in a Japanese restaurant.</source>
        <translation>A chef preparing sushi in a Japanese restaurant.</translation>
    </message>
    <message>
        <source>Time-lapse of a city skyline transitioning from day to night.</source>
        <translation>Time-lapse of a city skyline transitioning from day to night.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program. Please try again.</source>
        <translation>Something went wrong inside the program. Please try again.</translation>
    </message>
    <message>
        <source>That did not work. Please try again.</source>
        <translation>That did not work. Please try again.</translation>
    </message>
    <message>
        <source>The request cannot be used as it is.</source>
        <translation>The request cannot be used as it is.</translation>
    </message>
    <message>
        <source>Describe the video you want first.</source>
        <translation>Describe the video you want first.</translation>
    </message>
    <message>
        <source>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</source>
        <translation>The prompt has {length} characters; this model takes at most {limit}. Please shorten it.</translation>
    </message>
    <message>
        <source>This model cannot make the shape “{given}”. Choose another shape.</source>
        <translation>This model cannot make the shape “{given}”. Choose another shape.</translation>
    </message>
    <message>
        <source>The model “{given}” is not on offer here. Choose another model.</source>
        <translation>The model “{given}” is not on offer here. Choose another model.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Choose another place.</source>
        <translation>The file {path} cannot be written. Choose another place.</translation>
    </message>
    <message>
        <source>Not enough credits: {price} needed, {available} available. Top up and try again.</source>
        <translation>Not enough credits: {price} needed, {available} available. Top up and try again.</translation>
    </message>
    <message>
        <source>This video is no longer here.</source>
        <translation>This video is no longer here.</translation>
    </message>
    <message>
        <source>The video has moved on meanwhile, so this can no longer be done.</source>
        <translation>The video has moved on meanwhile, so this can no longer be done.</translation>
    </message>
    <message>
        <source>The provider reported a problem.</source>
        <translation>The provider reported a problem.</translation>
    </message>
    <message>
        <source>The provider could not be reached. Check the network and try again.</source>
        <translation>The provider could not be reached. Check the network and try again.</translation>
    </message>
    <message>
        <source>The connection broke before the provider answered. It may have taken the request, so it is not sent again; the card shows when more is known.</source>
        <translation>The connection broke before the provider answered. It may have taken the request, so it is not sent again; the card shows when more is known.</translation>
    </message>
    <message>
        <source>The provider asks for a slower pace. Wait a moment and try again.</source>
        <translation>The provider asks for a slower pace. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>The provider does not answer at the moment. The program keeps trying.</source>
        <translation>The provider does not answer at the moment. The program keeps trying.</translation>
    </message>
    <message>
        <source>The provider sent an answer that makes no sense. The program keeps trying.</source>
        <translation>The provider sent an answer that makes no sense. The program keeps trying.</translation>
    </message>
    <message>
        <source>The provider refused the request. Change it and try again.</source>
        <translation>The provider refused the request. Change it and try again.</translation>
    </message>
    <message>
        <source>The provider rejected the API key. Check the key or enter another one.</source>
        <translation>The provider rejected the API key. Check the key or enter another one.</translation>
    </message>
    <message>
        <source>The spending cap of this API key is reached. Raise it on the provider&apos;s site.</source>
        <translation>The spending cap of this API key is reached. Raise it on the provider&apos;s site.</translation>
    </message>
    <message>
        <source>The provider says that the account is out of credits. Top up and try again.</source>
        <translation>The provider says that the account is out of credits. Top up and try again.</translation>
    </message>
    <message>
        <source>The provider no longer offers this model. Choose another model.</source>
        <translation>The provider no longer offers this model. Choose another model.</translation>
    </message>
    <message>
        <source>The provider is under maintenance. Try again in a few minutes.</source>
        <translation>The provider is under maintenance. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>The prompt breaks the provider&apos;s content rules. Rewrite it and try again.</source>
        <translation>The prompt breaks the provider&apos;s content rules. Rewrite it and try again.</translation>
    </message>
    <message>
        <source>The video is ready, but its file is not on this computer yet.</source>
        <translation>The video is ready, but its file is not on this computer yet.</translation>
    </message>
    <message>
        <source>The provider names {host} for the file; that address is not safe to open.</source>
        <translation>The provider names {host} for the file; that address is not safe to open.</translation>
    </message>
    <message>
        <source>The provider has removed the file of this video.</source>
        <translation>The provider has removed the file of this video.</translation>
    </message>
    <message>
        <source>The download broke off. The program fetches the rest by itself.</source>
        <translation>The download broke off. The program fetches the rest by itself.</translation>
    </message>
    <message>
        <source>The file is larger than a clip can be, so it was not downloaded.</source>
        <translation>The file is larger than a clip can be, so it was not downloaded.</translation>
    </message>
    <message>
        <source>What was downloaded is not a video that plays. The program fetches it again.</source>
        <translation>What was downloaded is not a video that plays. The program fetches it again.</translation>
    </message>
    <message>
        <source>The file could not be examined. The program tries again by itself.</source>
        <translation>The file could not be examined. The program tries again by itself.</translation>
    </message>
    <message>
        <source>The library cannot be used.</source>
        <translation>The library cannot be used.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library. Install that version.</source>
        <translation>A newer version of VideoGen wrote this library. Install that version.</translation>
    </message>
    <message>
        <source>There is no library in {path}.</source>
        <translation>There is no library in {path}.</translation>
    </message>
    <message>
        <source>This library is older than the program. Close other windows and start again.</source>
        <translation>This library is older than the program. Close other windows and start again.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed. Restore a backup of {path}.</source>
        <translation>The rules inside the library were changed. Restore a backup of {path}.</translation>
    </message>
    <message>
        <source>The library cannot be written ({condition}). Check the free space and the access rights.</source>
        <translation>The library cannot be written ({condition}). Check the free space and the access rights.</translation>
    </message>
    <message>
        <source>VideoGen already runs with this library. Close the other window first.</source>
        <translation>VideoGen already runs with this library. Close the other window first.</translation>
    </message>
    <message>
        <source>The settings were damaged and start afresh. The old file was kept.</source>
        <translation>The settings were damaged and start afresh. The old file was kept.</translation>
    </message>
    <message>
        <source>No API key is known for {api_base}. Enter one first.</source>
        <translation>No API key is known for {api_base}. Enter one first.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used. The key is kept for this run only.</source>
        <translation>The system&apos;s keyring cannot be used. The key is kept for this run only.</translation>
    </message>
    <message>
        <source>{api_base} is not a safe address. Use one that begins with https.</source>
        <translation>{api_base} is not a safe address. Use one that begins with https.</translation>
    </message>
    <message>
        <source>The sandbox stopped. Start the program again.</source>
        <translation>The sandbox stopped. Start the program again.</translation>
    </message>
    <message>
        <source>The video is already paid for; nothing more is charged.</source>
        <translation>The video is already paid for; nothing more is charged.</translation>
    </message>
    <message>
        <source>You may have been charged; the credits stay held until it is clear.</source>
        <translation>You may have been charged; the credits stay held until it is clear.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nothing was charged.</translation>
    </message>
    <message>
        <source>The provider says: “{words}”</source>
        <translation>The provider says: “{words}”</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Pause</source>
        <extracomment>vi: Tạm dừng</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>vi: Phát</extracomment>
        <translation>Play</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <extracomment>vi: Mở bằng trình phát khác</extracomment>
        <translation>Open in another player</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>vi: Mở thư mục chứa video</extracomment>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>vi: Gửi ngay</extracomment>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>vi: Hủy, không gửi</extracomment>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Edit and try again</source>
        <extracomment>vi: Sửa và thử lại</extracomment>
        <translation>Edit and try again</translation>
    </message>
    <message>
        <source>Reuse prompt</source>
        <extracomment>vi: Dùng lại prompt</extracomment>
        <translation>Reuse prompt</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <extracomment>vi: Sao chép prompt</extracomment>
        <translation>Copy prompt</translation>
    </message>
    <message>
        <source>Delete video</source>
        <extracomment>vi: Xóa video</extracomment>
        <translation>Delete video</translation>
    </message>
    <message>
        <source>Playback position</source>
        <extracomment>vi: Vị trí phát</extracomment>
        <translation>Playback position</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>vi: Thao tác khác</extracomment>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Unmute</source>
        <extracomment>vi: Bật tiếng</extracomment>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>Mute</source>
        <extracomment>vi: Tắt tiếng</extracomment>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <extracomment>vi: Chờ gửi</extracomment>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>vi: Chờ xử lý</extracomment>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Processing</source>
        <extracomment>vi: Đang xử lý</extracomment>
        <translation>Processing</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>vi: Hoàn thành</extracomment>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>vi: Thất bại</extracomment>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>vi: Đã hủy</extracomment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Unclear</source>
        <extracomment>vi: Chưa rõ</extracomment>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Portrait</source>
        <extracomment>vi: Dọc</extracomment>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Landscape</source>
        <extracomment>vi: Ngang</extracomment>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Just now</source>
        <extracomment>vi: Vừa xong</extracomment>
        <translation>Just now</translation>
    </message>
    <message>
        <source>You cancelled this video before it was sent.</source>
        <extracomment>vi: %n phút trước vi: %n giờ trước vi: %n ngày trước vi: Bạn đã hủy video này trước khi gửi.</extracomment>
        <translation>You cancelled this video before it was sent.</translation>
    </message>
    <message>
        <source>It is not clear whether the request arrived.</source>
        <extracomment>vi: Không rõ yêu cầu đã đến nơi hay chưa.</extracomment>
        <translation>It is not clear whether the request arrived.</translation>
    </message>
    <message>
        <source>The provider no longer has a record of it.</source>
        <extracomment>vi: Nhà cung cấp không còn lưu thông tin về video này.</extracomment>
        <translation>The provider no longer has a record of it.</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter refused the prompt.</source>
        <extracomment>vi: Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.</extracomment>
        <translation>The provider&apos;s content filter refused the prompt.</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <extracomment>vi: Nhà cung cấp từ chối yêu cầu.</extracomment>
        <translation>The provider refused the request.</translation>
    </message>
    <message>
        <source>Not sent: the provider could not be reached.</source>
        <extracomment>vi: Không gửi được yêu cầu: không kết nối được tới nhà cung cấp.</extracomment>
        <translation>Not sent: the provider could not be reached.</translation>
    </message>
    <message>
        <source>The provider reported success but delivered no video.</source>
        <extracomment>vi: Nhà cung cấp báo hoàn thành nhưng không trả về video.</extracomment>
        <translation>The provider reported success but delivered no video.</translation>
    </message>
    <message>
        <source>You marked this video as failed.</source>
        <extracomment>vi: Bạn đã đánh dấu video này là thất bại.</extracomment>
        <translation>You marked this video as failed.</translation>
    </message>
    <message>
        <source>The provider could not make the video.</source>
        <extracomment>vi: Nhà cung cấp không tạo được video.</extracomment>
        <translation>The provider could not make the video.</translation>
    </message>
    <message>
        <source>Credits may have been charged.</source>
        <extracomment>vi: Có thể đã bị trừ credits.</extracomment>
        <translation>Credits may have been charged.</translation>
    </message>
    <message>
        <source>No credits were charged.</source>
        <extracomment>vi: Không mất credits.</extracomment>
        <translation>No credits were charged.</translation>
    </message>
    <message>
        <source>Credits were charged.</source>
        <extracomment>vi: Đã bị trừ credits.</extracomment>
        <translation>Credits were charged.</translation>
    </message>
    <message>
        <source>Your credits were refunded.</source>
        <extracomment>vi: Đã hoàn lại credits.</extracomment>
        <translation>Your credits were refunded.</translation>
    </message>
    <message>
        <source>The video could not be downloaded yet</source>
        <extracomment>vi: Chưa tải được video về máy</extracomment>
        <translation>The video could not be downloaded yet</translation>
    </message>
    <message>
        <source>Downloading the video…</source>
        <extracomment>vi: Đang tải video về máy…</extracomment>
        <translation>Downloading the video…</translation>
    </message>
    <message>
        <source>Downloading %1 %</source>
        <extracomment>vi: Đang tải về %1 %</extracomment>
        <translation>Downloading %1 %</translation>
    </message>
    <message>
        <source>Downloaded %1</source>
        <extracomment>vi: Đã tải %1</extracomment>
        <translation>Downloaded %1</translation>
    </message>
    <message>
        <source>This computer has no video playback.</source>
        <extracomment>vi: Máy này thiếu thành phần phát video.</extracomment>
        <translation>This computer has no video playback.</translation>
    </message>
    <message>
        <source>This format cannot be played here.</source>
        <extracomment>vi: Không phát được định dạng này tại đây.</extracomment>
        <translation>This format cannot be played here.</translation>
    </message>
    <message>
        <source>The video file is missing.</source>
        <extracomment>vi: Không tìm thấy tệp video.</extracomment>
        <translation>The video file is missing.</translation>
    </message>
    <message>
        <source>The video cannot be played.</source>
        <extracomment>vi: Không phát được video.</extracomment>
        <translation>The video cannot be played.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>vi: Đang tải…</extracomment>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Video gallery</source>
        <extracomment>vi: Thư viện video</extracomment>
        <translation>Video gallery</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>vi: %1 %</extracomment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>GenerateButton</name>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Create video</source>
        <translation>Create video</translation>
    </message>
    <message>
        <source>{action} · {price}</source>
        <translation>{action} · {price}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Play money</source>
        <translation>Play money</translation>
    </message>
    <message>
        <source>This is the sandbox: its credits are not real and nothing costs anything.</source>
        <translation>This is the sandbox: its credits are not real and nothing costs anything.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your video is being made. Please wait…</source>
        <translation>Your video is being made. Please wait…</translation>
    </message>
    <message>
        <source>The system could not open the file.</source>
        <translation>The system could not open the file.</translation>
    </message>
</context>
<context>
    <name>ModelSelector</name>
    <message>
        <source>Model: {title}</source>
        <translation>Model: {title}</translation>
    </message>
</context>
</TS>
