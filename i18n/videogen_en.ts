<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About VideoGen</source>
        <extracomment>vi: Giới thiệu VideoGen</extracomment>
        <translation>About VideoGen</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Its window is made with Qt {version} (LGPL 3).</source>
        <extracomment>vi: Phần mềm tự do theo giấy phép MIT. Cửa sổ được làm bằng Qt {version} (LGPL 3).</extracomment>
        <translation>Free software under the MIT licence. Its window is made with Qt {version} (LGPL 3).</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vi: Đóng</extracomment>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Video</source>
        <extracomment>vi: Tạo video</extracomment>
        <translation>Video</translation>
    </message>
    <message>
        <source>Refund</source>
        <extracomment>vi: Hoàn lại</extracomment>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <extracomment>vi: Số dư đầu</extracomment>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <extracomment>vi: Điều chỉnh</extracomment>
        <translation>Price adjusted</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <extracomment>vi: Đối chiếu</extracomment>
        <translation>Reconciled</translation>
    </message>
    <message>
        <source>Top-up</source>
        <extracomment>vi: Nạp thêm</extracomment>
        <translation>Top-up</translation>
    </message>
    <message>
        <source>As the provider&apos;s balance says</source>
        <extracomment>vi: Theo số dư của nhà cung cấp</extracomment>
        <translation>As the provider&apos;s balance says</translation>
    </message>
    <message>
        <source>Set aside when you asked for a video</source>
        <extracomment>vi: Credits dành cho một video khi bạn bấm Tạo video</extracomment>
        <translation>Set aside when you asked for a video</translation>
    </message>
    <message>
        <source>The video came to nothing; all came back</source>
        <extracomment>vi: Video không thành, credits được trả lại đầy đủ</extracomment>
        <translation>The video came to nothing; all came back</translation>
    </message>
    <message>
        <source>What the wallet had when first seen</source>
        <extracomment>vi: Số credits trong ví khi VideoGen thấy ví lần đầu</extracomment>
        <translation>What the wallet had when first seen</translation>
    </message>
    <message>
        <source>The provider charged another price</source>
        <extracomment>vi: Nhà cung cấp tính giá khác với giá báo trước</extracomment>
        <translation>The provider charged another price</translation>
    </message>
    <message>
        <source>Brought in line with the provider, as a top-up</source>
        <extracomment>vi: Cho khớp với số dư của nhà cung cấp, ví dụ khi bạn nạp thêm</extracomment>
        <translation>Brought in line with the provider, as a top-up</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <extracomment>vi: Ví thử nghiệm</extracomment>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Play money</source>
        <extracomment>vi: Tiền thử nghiệm</extracomment>
        <translation>Play money</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <extracomment>vi: Đang hỏi nhà cung cấp…</extracomment>
        <translation>Asking the provider…</translation>
    </message>
    <message>
        <source>The provider could not be reached.</source>
        <extracomment>vi: Chưa liên lạc được với nhà cung cấp.</extracomment>
        <translation>The provider could not be reached.</translation>
    </message>
    <message>
        <source>The provider has not confirmed the balance since the start.</source>
        <extracomment>vi: Nhà cung cấp chưa xác nhận số dư kể từ khi mở chương trình.</extracomment>
        <translation>The provider has not confirmed the balance since the start.</translation>
    </message>
    <message>
        <source>Confirmed by the provider at {time}.</source>
        <extracomment>vi: Nhà cung cấp xác nhận lúc {time}.</extracomment>
        <translation>Confirmed by the provider at {time}.</translation>
    </message>
    <message>
        <source>If the next reading says the same, it becomes a line of the statement.</source>
        <extracomment>vi: Nếu lần đọc sau vẫn vậy, khoản này thành một dòng trong sao kê.</extracomment>
        <translation>If the next reading says the same, it becomes a line of the statement.</translation>
    </message>
    <message>
        <source>Find videos by their task ids…</source>
        <extracomment>vi: Tìm lại video theo mã tác vụ…</extracomment>
        <translation>Find videos by their task ids…</translation>
    </message>
    <message>
        <source>The provider has {amount} more than the ledger, perhaps a top-up · {age}</source>
        <extracomment>vi: Nhà cung cấp có nhiều hơn sổ {amount}, có thể do bạn vừa nạp thêm · {age}</extracomment>
        <translation>The provider has {amount} more than the ledger, perhaps a top-up · {age}</translation>
    </message>
    <message>
        <source>The provider has {amount} less than the ledger explains · {age}</source>
        <extracomment>vi: Nhà cung cấp có ít hơn sổ {amount} mà chưa rõ vì sao · {age}</extracomment>
        <translation>The provider has {amount} less than the ledger explains · {age}</translation>
    </message>
</context>
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
        <source>Landscape, {ratio}</source>
        <translation>Landscape, {ratio}</translation>
    </message>
    <message>
        <source>Portrait, {ratio}</source>
        <translation>Portrait, {ratio}</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Square, {ratio}</source>
        <translation>Square, {ratio}</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
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
        <extracomment>vi: Credits của bạn</extracomment>
        <translation>Your credits</translation>
    </message>
    <message>
        <source>Ask the provider again</source>
        <extracomment>vi: Hỏi lại nhà cung cấp</extracomment>
        <translation>Ask the provider again</translation>
    </message>
    <message>
        <source>Recently</source>
        <extracomment>vi: Gần đây</extracomment>
        <translation>Recently</translation>
    </message>
    <message>
        <source>Statement</source>
        <extracomment>vi: Xem sao kê</extracomment>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Available</source>
        <extracomment>vi: Có thể dùng</extracomment>
        <translation>Available</translation>
    </message>
    <message>
        <source>Held for unsent and unclear videos</source>
        <extracomment>vi: Đang giữ cho video chờ gửi hoặc chưa rõ</extracomment>
        <translation>Held for unsent and unclear videos</translation>
    </message>
    <message>
        <source>Spent today</source>
        <extracomment>vi: Đã dùng hôm nay</extracomment>
        <translation>Spent today</translation>
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
    <name>Diagnosis</name>
    <message>
        <source>Save the diagnosis</source>
        <extracomment>vi: Lưu gói chẩn đoán</extracomment>
        <translation>Save the diagnosis</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <extracomment>vi: Gói chẩn đoán</extracomment>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>This is all that will be saved. Keys, prompts, private links and your home folder are taken out. Nothing is sent anywhere.</source>
        <extracomment>vi: Đây là toàn bộ những gì sẽ được lưu. Khóa API, nội dung prompt, liên kết riêng và thư mục cá nhân đã được bỏ đi. Không có gì được gửi đi đâu.</extracomment>
        <translation>This is all that will be saved. Keys, prompts, private links and your home folder are taken out. Nothing is sent anywhere.</translation>
    </message>
    <message>
        <source>Being collected…</source>
        <extracomment>vi: Đang thu thập…</extracomment>
        <translation>Being collected…</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vi: Đóng</extracomment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <extracomment>vi: Lưu thành tệp…</extracomment>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <extracomment>vi: Đã lưu vào {file}</extracomment>
        <translation>Saved as {file}</translation>
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
    <name>EndNotifier</name>
    <message>
        <source>Your video is ready</source>
        <extracomment>vi: Video đã hoàn thành</extracomment>
        <translation>Your video is ready</translation>
    </message>
    <message>
        <source>Your video failed</source>
        <extracomment>vi: Video không tạo được</extracomment>
        <translation>Your video failed</translation>
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
        <source>The prompt has broken characters that cannot be read. Enter it again.</source>
        <extracomment>vi: Mô tả có ký tự hỏng, không đọc được. Hãy nhập lại.</extracomment>
        <translation>The prompt has broken characters that cannot be read. Enter it again.</translation>
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
        <source>This model has no option “{role}”. Leave it out, or choose another model.</source>
        <extracomment>vi: Mô hình này không có tùy chọn “{role}”. Hãy bỏ tùy chọn đó hoặc chọn mô hình khác.</extracomment>
        <translation>This model has no option “{role}”. Leave it out, or choose another model.</translation>
    </message>
    <message>
        <source>This model does not take “{given}” for “{role}”. Choose another value.</source>
        <extracomment>vi: Mô hình này không nhận giá trị “{given}” cho “{role}”. Hãy chọn giá trị khác.</extracomment>
        <translation>This model does not take “{given}” for “{role}”. Choose another value.</translation>
    </message>
    <message>
        <source>The price of this choice is not known, so nothing was sent. Choose another one.</source>
        <extracomment>vi: Chưa biết giá của lựa chọn này nên chưa gửi gì. Hãy chọn tùy chọn khác.</extracomment>
        <translation>The price of this choice is not known, so nothing was sent. Choose another one.</translation>
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
        <source>A limit that you set keeps this video from being sent.</source>
        <extracomment>vi: Một giới hạn bạn đã đặt không cho phép gửi video này.</extracomment>
        <translation>A limit that you set keeps this video from being sent.</translation>
    </message>
    <message>
        <source>The spending limits in the settings cannot be read, so nothing is sent. Set them again.</source>
        <extracomment>vi: Không đọc được giới hạn chi tiêu trong cài đặt nên chưa gửi gì. Hãy đặt lại giới hạn.</extracomment>
        <translation>The spending limits in the settings cannot be read, so nothing is sent. Set them again.</translation>
    </message>
    <message>
        <source>{in_flight} videos are under way, and your limit is {limit}. Wait for one to end.</source>
        <extracomment>vi: Đang có {in_flight} video chạy, đúng bằng giới hạn {limit} bạn đã đặt. Hãy chờ xong bớt.</extracomment>
        <translation>{in_flight} videos are under way, and your limit is {limit}. Wait for one to end.</translation>
    </message>
    <message>
        <source>You sent this very request a moment ago. Confirm it if you want to pay once more.</source>
        <extracomment>vi: Bạn vừa gửi đúng yêu cầu này. Hãy xác nhận nếu muốn trả tiền thêm lần nữa.</extracomment>
        <translation>You sent this very request a moment ago. Confirm it if you want to pay once more.</translation>
    </message>
    <message>
        <source>This video belongs to another wallet. Switch to that wallet first.</source>
        <extracomment>vi: Video này thuộc ví khác. Hãy chuyển sang ví đó trước.</extracomment>
        <translation>This video belongs to another wallet. Switch to that wallet first.</translation>
    </message>
    <message>
        <source>Task {task_id} cannot be the one of this video.</source>
        <extracomment>vi: Tác vụ {task_id} không thể là của video này.</extracomment>
        <translation>Task {task_id} cannot be the one of this video.</translation>
    </message>
    <message>
        <source>The provider knows no task {task_id} under this key. Check the id.</source>
        <extracomment>vi: Nhà cung cấp không có tác vụ {task_id} nào với khóa này. Hãy kiểm tra lại mã.</extracomment>
        <translation>The provider knows no task {task_id} under this key. Check the id.</translation>
    </message>
    <message>
        <source>Task {task_id} belongs to another video of the library already.</source>
        <extracomment>vi: Tác vụ {task_id} đã thuộc về một video khác trong thư viện.</extracomment>
        <translation>Task {task_id} belongs to another video of the library already.</translation>
    </message>
    <message>
        <source>Task {task_id} was made for another request than this video&apos;s.</source>
        <extracomment>vi: Tác vụ {task_id} được tạo cho một yêu cầu khác với video này.</extracomment>
        <translation>Task {task_id} was made for another request than this video&apos;s.</translation>
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
        <source>The provider says that this video cost {claimed}, which cannot be right at a price of {price}. The ledger does not take it; a true difference shows when the balance is compared.</source>
        <extracomment>vi: Nhà cung cấp báo video này tốn {claimed}, không thể khớp với giá {price}. Sổ không ghi số này; phần chênh thật, nếu có, sẽ hiện khi đối chiếu số dư.</extracomment>
        <translation>The provider says that this video cost {claimed}, which cannot be right at a price of {price}. The ledger does not take it; a true difference shows when the balance is compared.</translation>
    </message>
    <message>
        <source>The provider has removed the file of this video.</source>
        <translation>The provider has removed the file of this video.</translation>
    </message>
    <message>
        <source>The provider no longer has the file of this video, not even under a fresh address.</source>
        <translation>The provider no longer has the file of this video, not even under a fresh address.</translation>
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
        <source>The clip&apos;s file is no longer on this computer.</source>
        <translation>The clip&apos;s file is no longer on this computer.</translation>
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
        <source>View only: the library&apos;s folder is read-only, so nothing can be made or changed.</source>
        <extracomment>vi: Chỉ xem: thư mục của thư viện không cho ghi, nên chưa thể tạo hay thay đổi gì.</extracomment>
        <translation>View only: the library&apos;s folder is read-only, so nothing can be made or changed.</translation>
    </message>
    <message>
        <source>The second backup could not be written to {folder}: {condition}.</source>
        <extracomment>vi: Chưa ghi được bản sao lưu thứ hai vào {folder}: {condition}.</extracomment>
        <translation>The second backup could not be written to {folder}: {condition}.</translation>
    </message>
    <message>
        <source>Paid tasks that are not in this library: {count}. An older copy of it may have been put back.</source>
        <extracomment>vi: Có {count} tác vụ đã trả tiền chưa nằm trong thư viện; có thể một bản cũ đã được chép đè.</extracomment>
        <translation>Paid tasks that are not in this library: {count}. An older copy of it may have been put back.</translation>
    </message>
    <message>
        <source>The library is damaged or missing. Nothing was changed: choose how to go on.</source>
        <translation>The library is damaged or missing. Nothing was changed: choose how to go on.</translation>
    </message>
    <message>
        <source>What could be recovered does not add up, so nothing was changed.</source>
        <translation>What could be recovered does not add up, so nothing was changed.</translation>
    </message>
    <message>
        <source>No video can be kept in {folder}. Check the folder, the access rights and the free space.</source>
        <extracomment>vi: Không thể lưu video vào {folder}. Hãy kiểm tra thư mục, quyền ghi và dung lượng trống.</extracomment>
        <translation>No video can be kept in {folder}. Check the folder, the access rights and the free space.</translation>
    </message>
    <message>
        <source>The disk is full. Downloads wait and go on by themselves once there is space.</source>
        <translation>The disk is full. Downloads wait and go on by themselves once there is space.</translation>
    </message>
    <message>
        <source>This clip does not say how it was made.</source>
        <translation>This clip does not say how it was made.</translation>
    </message>
    <message>
        <source>VideoGen already runs with this library. Close the other window first.</source>
        <translation>VideoGen already runs with this library. Close the other window first.</translation>
    </message>
    <message>
        <source>Settings could not be read and start afresh. The old file was kept.</source>
        <translation>Settings could not be read and start afresh. The old file was kept.</translation>
    </message>
    <message>
        <source>No API key is known for {api_base}. Enter one first.</source>
        <translation>No API key is known for {api_base}. Enter one first.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</source>
        <extracomment>vi: Không mở được kho khóa của hệ thống. Hãy mở khóa, hoặc nhập lại khóa trong Cài đặt.</extracomment>
        <translation>The system&apos;s keyring cannot be used. Unlock it, or enter the key again in the settings.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring keeps no password: that of the proxy holds for this run only, and is no longer in the settings file.</source>
        <extracomment>vi: Kho khóa của hệ thống không giữ được mật khẩu: mật khẩu proxy chỉ dùng được trong lần chạy này và không còn nằm trong tệp cài đặt.</extracomment>
        <translation>The system&apos;s keyring keeps no password: that of the proxy holds for this run only, and is no longer in the settings file.</translation>
    </message>
    <message>
        <source>{api_base} is not a safe address. Use one that begins with https.</source>
        <translation>{api_base} is not a safe address. Use one that begins with https.</translation>
    </message>
    <message>
        <source>The program met a defect and stopped watching your videos. Start it again: it goes on.</source>
        <translation>The program met a defect and stopped watching your videos. Start it again: it goes on.</translation>
    </message>
    <message>
        <source>Webhooks are not received. Videos are followed as usual.</source>
        <extracomment>vi: Chưa nhận được webhook. Video vẫn được theo dõi như thường.</extracomment>
        <translation>Webhooks are not received. Videos are followed as usual.</translation>
    </message>
    <message>
        <source>The sandbox stopped. Start the program again.</source>
        <translation>The sandbox stopped. Start the program again.</translation>
    </message>
    <message>
        <source>There is a file {path} already, and nothing is overwritten. Choose another name.</source>
        <extracomment>vi: Đã có tệp {path}, và VideoGen không ghi đè lên tệp nào. Hãy chọn tên khác.</extracomment>
        <translation>There is a file {path} already, and nothing is overwritten. Choose another name.</translation>
    </message>
    <message>
        <source>The folder of {path} is no longer there. Choose another place.</source>
        <extracomment>vi: Thư mục của {path} không còn nữa. Hãy chọn nơi khác.</extracomment>
        <translation>The folder of {path} is no longer there. Choose another place.</translation>
    </message>
    <message>
        <source>There is no space left for {path}. Free some, or choose another place.</source>
        <extracomment>vi: Ổ đĩa không còn chỗ cho {path}. Hãy giải phóng dung lượng hoặc chọn nơi khác.</extracomment>
        <translation>There is no space left for {path}. Free some, or choose another place.</translation>
    </message>
    <message>
        <source>{path} is one of the library&apos;s own files. Choose another place.</source>
        <extracomment>vi: {path} là tệp của chính thư viện. Hãy chọn nơi khác.</extracomment>
        <translation>{path} is one of the library&apos;s own files. Choose another place.</translation>
    </message>
    <message>
        <source>This video costs {price} and would pass your cap of {cap} a day; {spent} are used today.</source>
        <extracomment>vi: Video này tốn {price} và sẽ vượt mức {cap} mỗi ngày bạn đã đặt; hôm nay đã dùng {spent}.</extracomment>
        <translation>This video costs {price} and would pass your cap of {cap} a day; {spent} are used today.</translation>
    </message>
    <message>
        <source>This video costs {price} and would pass your cap of {cap} a month; {spent} are used this month.</source>
        <extracomment>vi: Video này tốn {price} và sẽ vượt mức {cap} mỗi tháng đã đặt; tháng này đã dùng {spent}.</extracomment>
        <translation>This video costs {price} and would pass your cap of {cap} a month; {spent} are used this month.</translation>
    </message>
    <message>
        <source>Another program uses port {port}: webhooks are not received, videos are followed anyway.</source>
        <extracomment>vi: Chương trình khác đang dùng cổng {port}: chưa nhận được webhook, video vẫn được theo dõi.</extracomment>
        <translation>Another program uses port {port}: webhooks are not received, videos are followed anyway.</translation>
    </message>
    <message>
        <source>Port {port} may not be used here. Choose another in Settings › Webhook.</source>
        <extracomment>vi: Máy này không cho dùng cổng {port}. Hãy chọn cổng khác trong Cài đặt › Webhook.</extracomment>
        <translation>Port {port} may not be used here. Choose another in Settings › Webhook.</translation>
    </message>
    <message>
        <source>To receive webhooks, enter a public https address in Settings › Webhook.</source>
        <extracomment>vi: Muốn nhận webhook, hãy nhập địa chỉ công khai https trong Cài đặt › Webhook.</extracomment>
        <translation>To receive webhooks, enter a public https address in Settings › Webhook.</translation>
    </message>
    <message>
        <source>To receive webhooks, enter the signing key in Settings › Webhook.</source>
        <extracomment>vi: Muốn nhận webhook, hãy nhập khóa ký trong Cài đặt › Webhook.</extracomment>
        <translation>To receive webhooks, enter the signing key in Settings › Webhook.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not give the signing key: webhooks are not received.</source>
        <extracomment>vi: Không đọc được khóa ký trong kho khóa của hệ thống: chưa nhận được webhook.</extracomment>
        <translation>The system&apos;s keyring does not give the signing key: webhooks are not received.</translation>
    </message>
    <message>
        <source>another program keeps it busy</source>
        <extracomment>vi: một chương trình khác đang dùng tệp</extracomment>
        <translation>another program keeps it busy</translation>
    </message>
    <message>
        <source>it is read-only here</source>
        <extracomment>vi: chỉ được phép đọc</extracomment>
        <translation>it is read-only here</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <extracomment>vi: ổ đĩa báo lỗi</extracomment>
        <translation>the disk reports an error</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <extracomment>vi: tệp bị hỏng</extracomment>
        <translation>the file is damaged</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <extracomment>vi: ổ đĩa đã đầy</extracomment>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <extracomment>vi: không mở được tệp</extracomment>
        <translation>the file cannot be opened</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nothing was charged.</translation>
    </message>
    <message>
        <source>Whether it was charged cannot be read at the moment; its card will tell.</source>
        <extracomment>vi: Hiện chưa đọc được có bị trừ credits hay không; thẻ video sẽ cho biết.</extracomment>
        <translation>Whether it was charged cannot be read at the moment; its card will tell.</translation>
    </message>
    <message>
        <source>The provider says: “{words}”</source>
        <translation>The provider says: “{words}”</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Where clips are saved</source>
        <extracomment>vi: Nơi lưu video</extracomment>
        <translation>Where clips are saved</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>vi: Tệp</extracomment>
        <translation>Files</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>vi: Chọn thư mục…</extracomment>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Use the default folder</source>
        <extracomment>vi: Dùng thư mục mặc định</extracomment>
        <translation>Use the default folder</translation>
    </message>
    <message>
        <source>CDN only</source>
        <extracomment>vi: Chỉ xem từ CDN</extracomment>
        <translation>CDN only</translation>
    </message>
    <message>
        <source>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</source>
        <extracomment>vi: Không giữ bản sao riêng: video nằm trong bộ nhớ đệm có giới hạn, tải lại khi cần.</extracomment>
        <translation>Keeps no copy of your own: clips live in a bounded cache and are fetched again.</translation>
    </message>
    <message>
        <source>The provider&apos;s links expire: what you paid for can be lost.</source>
        <extracomment>vi: Liên kết của nhà cung cấp sẽ hết hạn: video bạn đã trả tiền có thể bị mất.</extracomment>
        <translation>The provider&apos;s links expire: what you paid for can be lost.</translation>
    </message>
    <message>
        <source>Logs</source>
        <extracomment>vi: Nhật ký</extracomment>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Useful with a report; keys and private links are never written there.</source>
        <extracomment>vi: Hữu ích khi báo lỗi; khóa API và liên kết riêng không bao giờ được ghi vào đây.</extracomment>
        <translation>Useful with a report; keys and private links are never written there.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>vi: Mở thư mục</extracomment>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Choose where clips are saved</source>
        <extracomment>vi: Chọn nơi lưu video</extracomment>
        <translation>Choose where clips are saved</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search in prompts</source>
        <extracomment>vi: Tìm theo mô tả video</extracomment>
        <translation>Search in prompts</translation>
    </message>
    <message>
        <source>Every kind</source>
        <extracomment>vi: Mọi loại</extracomment>
        <translation>Every kind</translation>
    </message>
    <message>
        <source>Kind of movement</source>
        <extracomment>vi: Loại giao dịch</extracomment>
        <translation>Kind of movement</translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>vi: Khoảng thời gian</extracomment>
        <translation>Period</translation>
    </message>
    <message>
        <source>First day</source>
        <extracomment>vi: Từ ngày</extracomment>
        <translation>First day</translation>
    </message>
    <message>
        <source>Last day</source>
        <extracomment>vi: Đến ngày</extracomment>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Any time</source>
        <extracomment>vi: Mọi lúc</extracomment>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>vi: Hôm nay</extracomment>
        <translation>Today</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <extracomment>vi: 7 ngày qua</extracomment>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <extracomment>vi: 30 ngày qua</extracomment>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <extracomment>vi: Chọn ngày…</extracomment>
        <translation>Choose days…</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Remove from favourites</source>
        <extracomment>vi: Bỏ yêu thích</extracomment>
        <translation>Remove from favourites</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <extracomment>vi: Hủy lưu bản sao</extracomment>
        <translation>Cancel saving</translation>
    </message>
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
        <source>Open viewer</source>
        <extracomment>vi: Mở trình xem</extracomment>
        <translation>Open viewer</translation>
    </message>
    <message>
        <source>Clear it up…</source>
        <extracomment>vi: Làm rõ…</extracomment>
        <translation>Clear it up…</translation>
    </message>
    <message>
        <source>Fetch the video again</source>
        <extracomment>vi: Lấy lại video</extracomment>
        <translation>Fetch the video again</translation>
    </message>
    <message>
        <source>Download…</source>
        <extracomment>vi: Tải xuống…</extracomment>
        <translation>Download…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>vi: Yêu thích</extracomment>
        <translation>Favourite</translation>
    </message>
    <message>
        <source>Add to collection…</source>
        <extracomment>vi: Thêm vào bộ sưu tập…</extracomment>
        <translation>Add to collection…</translation>
    </message>
    <message>
        <source>Select</source>
        <extracomment>vi: Chọn</extracomment>
        <translation>Select</translation>
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
        <source>Square</source>
        <extracomment>vi: Vuông</extracomment>
        <translation>Square</translation>
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
    <message numerus="yes">
        <source>%n min ago</source>
        <extracomment>vi: %n phút trước</extracomment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <extracomment>vi: %n giờ trước</extracomment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <extracomment>vi: %n ngày trước</extracomment>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message>
        <source>You cancelled this video before it was sent.</source>
        <extracomment>vi: Bạn đã hủy video này trước khi gửi.</extracomment>
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
        <source>Not sent: the proxy let nothing through. See Network in the settings.</source>
        <extracomment>vi: Không gửi được yêu cầu: proxy không cho đi qua. Hãy xem lại mục Mạng trong Cài đặt.</extracomment>
        <translation>Not sent: the proxy let nothing through. See Network in the settings.</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter refused the prompt.</source>
        <extracomment>vi: Nội dung mô tả bị bộ lọc của nhà cung cấp từ chối.</extracomment>
        <translation>The provider&apos;s content filter refused the prompt.</translation>
    </message>
    <message>
        <source>This model only takes prompts in English.</source>
        <extracomment>vi: Mô hình này chỉ nhận mô tả bằng tiếng Anh.</extracomment>
        <translation>This model only takes prompts in English.</translation>
    </message>
    <message>
        <source>It took the provider too long.</source>
        <extracomment>vi: Nhà cung cấp xử lý quá lâu nên đã dừng lại.</extracomment>
        <translation>It took the provider too long.</translation>
    </message>
    <message>
        <source>The provider was too busy.</source>
        <extracomment>vi: Nhà cung cấp đang quá tải.</extracomment>
        <translation>The provider was too busy.</translation>
    </message>
    <message>
        <source>The provider was under maintenance.</source>
        <extracomment>vi: Nhà cung cấp đang bảo trì.</extracomment>
        <translation>The provider was under maintenance.</translation>
    </message>
    <message>
        <source>The account at the provider is out of credits.</source>
        <extracomment>vi: Tài khoản ở nhà cung cấp không đủ credits.</extracomment>
        <translation>The account at the provider is out of credits.</translation>
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
        <source>Whether it was charged cannot be read at the moment.</source>
        <extracomment>vi: Hiện chưa đọc được có bị trừ credits hay không.</extracomment>
        <translation>Whether it was charged cannot be read at the moment.</translation>
    </message>
    <message>
        <source>Your credits were refunded.</source>
        <extracomment>vi: Đã hoàn lại credits.</extracomment>
        <translation>Your credits were refunded.</translation>
    </message>
    <message>
        <source>No API key</source>
        <extracomment>vi: Chưa có khóa API</extracomment>
        <translation>No API key</translation>
    </message>
    <message>
        <source>API key rejected</source>
        <extracomment>vi: Khóa API bị từ chối</extracomment>
        <translation>API key rejected</translation>
    </message>
    <message>
        <source>The provider asks to wait</source>
        <extracomment>vi: Nhà cung cấp yêu cầu chờ</extracomment>
        <translation>The provider asks to wait</translation>
    </message>
    <message>
        <source>The provider has problems</source>
        <extracomment>vi: Nhà cung cấp đang gặp sự cố</extracomment>
        <translation>The provider has problems</translation>
    </message>
    <message>
        <source>No connection to the provider</source>
        <extracomment>vi: Mất kết nối với nhà cung cấp</extracomment>
        <translation>No connection to the provider</translation>
    </message>
    <message>
        <source>Its state cannot be read</source>
        <extracomment>vi: Chưa đọc được trạng thái</extracomment>
        <translation>Its state cannot be read</translation>
    </message>
    <message>
        <source>The library cannot be written yet. Trying again…</source>
        <extracomment>vi: Chưa ghi được vào thư viện. Đang thử lại…</extracomment>
        <translation>The library cannot be written yet. Trying again…</translation>
    </message>
    <message>
        <source>The provider took it; the library cannot be written yet. Trying again…</source>
        <extracomment>vi: Nhà cung cấp đã nhận video, nhưng chưa ghi được vào thư viện. Đang thử lại…</extracomment>
        <translation>The provider took it; the library cannot be written yet. Trying again…</translation>
    </message>
    <message>
        <source>%1 · longer than usual</source>
        <extracomment>vi: %1 · lâu hơn thường lệ</extracomment>
        <translation>%1 · longer than usual</translation>
    </message>
    <message>
        <source>%1 · less than a minute left</source>
        <extracomment>vi: %1 · còn chưa đến một phút</extracomment>
        <translation>%1 · less than a minute left</translation>
    </message>
    <message numerus="yes">
        <source>%1 · about %n min left</source>
        <extracomment>vi: %1 · còn khoảng %n phút</extracomment>
        <translation>
            <numerusform>%1 · about %n min left</numerusform>
            <numerusform>%1 · about %n min left</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <extracomment>vi: Chưa có trên máy</extracomment>
        <translation>Not on this computer</translation>
    </message>
    <message>
        <source>Downloading</source>
        <extracomment>vi: Đang tải về</extracomment>
        <translation>Downloading</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <extracomment>vi: Đang lưu bản sao…</extracomment>
        <translation>Saving a copy…</translation>
    </message>
    <message>
        <source>Plays in another player only</source>
        <extracomment>vi: Chỉ xem được bằng trình phát khác</extracomment>
        <translation>Plays in another player only</translation>
    </message>
    <message>
        <source>The provider no longer has this video</source>
        <extracomment>vi: Nhà cung cấp không còn giữ video này</extracomment>
        <translation>The provider no longer has this video</translation>
    </message>
    <message>
        <source>The proxy lets no video through</source>
        <extracomment>vi: Proxy không cho tải video về</extracomment>
        <translation>The proxy lets no video through</translation>
    </message>
    <message>
        <source>The file&apos;s address is in a private network</source>
        <extracomment>vi: Địa chỉ của tệp nằm trong mạng nội bộ</extracomment>
        <translation>The file&apos;s address is in a private network</translation>
    </message>
    <message>
        <source>The disk is full: comes once there is space</source>
        <extracomment>vi: Hết chỗ trên ổ đĩa: có chỗ trống sẽ tự tải</extracomment>
        <translation>The disk is full: comes once there is space</translation>
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
        <source>The proxy, or a proxy program on this computer, lets nothing through to the server that has the file. It is tried again by itself; see Network in the settings.</source>
        <extracomment>vi: Proxy, hoặc phần mềm proxy trên máy này, không cho kết nối tới máy chủ giữ tệp. VideoGen sẽ tự thử lại; hãy xem mục Mạng trong Cài đặt.</extracomment>
        <translation>The proxy, or a proxy program on this computer, lets nothing through to the server that has the file. It is tried again by itself; see Network in the settings.</translation>
    </message>
    <message>
        <source>Addresses inside your own network are never opened. If a proxy program answers for names itself (fake-IP), set its range to 198.18.0.0/15.</source>
        <extracomment>vi: VideoGen không bao giờ mở địa chỉ trong mạng nội bộ. Nếu phần mềm proxy của bạn dùng fake-IP, hãy đặt dải địa chỉ của nó là 198.18.0.0/15.</extracomment>
        <translation>Addresses inside your own network are never opened. If a proxy program answers for names itself (fake-IP), set its range to 198.18.0.0/15.</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <extracomment>vi: Đang tải về %1</extracomment>
        <translation>Downloading %1</translation>
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
    <message numerus="yes">
        <source>Delete %n videos</source>
        <extracomment>vi: Xóa %n video</extracomment>
        <translation>
            <numerusform>Delete %n video</numerusform>
            <numerusform>Delete %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Download %n videos…</source>
        <extracomment>vi: Tải xuống %n video…</extracomment>
        <translation>
            <numerusform>Download %n video…</numerusform>
            <numerusform>Download %n videos…</numerusform>
        </translation>
    </message>
    <message>
        <source>Has likely expired at the provider</source>
        <extracomment>vi: Có lẽ đã hết hạn ở nhà cung cấp</extracomment>
        <translation>Has likely expired at the provider</translation>
    </message>
    <message numerus="yes">
        <source>The provider keeps it for about %n days</source>
        <extracomment>vi: Nhà cung cấp còn giữ khoảng %n ngày</extracomment>
        <translation>
            <numerusform>The provider keeps it for about %n day</numerusform>
            <numerusform>The provider keeps it for about %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider keeps it for about %n hours</source>
        <extracomment>vi: Nhà cung cấp còn giữ khoảng %n giờ</extracomment>
        <translation>
            <numerusform>The provider keeps it for about %n hour</numerusform>
            <numerusform>The provider keeps it for about %n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider keeps it for less than an hour</source>
        <extracomment>vi: Nhà cung cấp còn giữ chưa đến một giờ</extracomment>
        <translation>The provider keeps it for less than an hour</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <extracomment>vi: Chung</extracomment>
        <translation>General</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>vi: Theo hệ thống</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>vi: Ngôn ngữ</extracomment>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>vi: Giao diện</extracomment>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>vi: Sáng</extracomment>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>vi: Tối</extracomment>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Preview under the pointer</source>
        <extracomment>vi: Xem trước khi rê chuột</extracomment>
        <translation>Preview under the pointer</translation>
    </message>
    <message>
        <source>Moving over a card runs through the pictures of its video.</source>
        <extracomment>vi: Rê chuột trên thẻ để lướt nhanh qua các khung hình của video.</extracomment>
        <translation>Moving over a card runs through the pictures of its video.</translation>
    </message>
    <message>
        <source>Notify when a video ends</source>
        <extracomment>vi: Thông báo khi video xong</extracomment>
        <translation>Notify when a video ends</translation>
    </message>
    <message>
        <source>Only while the window is not in front.</source>
        <extracomment>vi: Chỉ báo khi cửa sổ VideoGen không ở phía trước.</extracomment>
        <translation>Only while the window is not in front.</translation>
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
    <message>
        <source>Settings</source>
        <extracomment>vi: Cài đặt</extracomment>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>HeaderMenu</name>
    <message>
        <source>More actions</source>
        <extracomment>vi: Thao tác khác</extracomment>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Find videos by their task ids…</source>
        <extracomment>vi: Tìm lại video theo mã tác vụ…</extracomment>
        <translation>Find videos by their task ids…</translation>
    </message>
    <message>
        <source>Import videos from a folder…</source>
        <extracomment>vi: Nhập video từ thư mục…</extracomment>
        <translation>Import videos from a folder…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <extracomment>vi: Phím tắt…</extracomment>
        <translation>Keyboard shortcuts…</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Recover…</source>
        <extracomment>vi: Khôi phục…</extracomment>
        <translation>Recover…</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>vi: Thử lại</extracomment>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>vi: Mở thư mục</extracomment>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Diagnosis…</source>
        <extracomment>vi: Gói chẩn đoán…</extracomment>
        <translation>Diagnosis…</translation>
    </message>
    <message>
        <source>The library could not be opened</source>
        <extracomment>vi: Không mở được thư viện</extracomment>
        <translation>The library could not be opened</translation>
    </message>
    <message>
        <source>Nothing was changed: your videos and credits are as they were.</source>
        <extracomment>vi: Chưa có gì bị thay đổi: video và credits của bạn vẫn nguyên vẹn.</extracomment>
        <translation>Nothing was changed: your videos and credits are as they were.</translation>
    </message>
    <message>
        <source>The library is in use</source>
        <extracomment>vi: Thư viện đang được dùng</extracomment>
        <translation>The library is in use</translation>
    </message>
    <message>
        <source>Another program is at work on this library, usually a videogen command.</source>
        <extracomment>vi: Một chương trình khác đang làm việc với thư viện này, thường là lệnh videogen.</extracomment>
        <translation>Another program is at work on this library, usually a videogen command.</translation>
    </message>
    <message>
        <source>Nothing is lost. This window opens the library as soon as that one is done.</source>
        <extracomment>vi: Không có gì bị mất. Cửa sổ này sẽ tự mở thư viện ngay khi chương trình đó xong việc.</extracomment>
        <translation>Nothing is lost. This window opens the library as soon as that one is done.</translation>
    </message>
    <message>
        <source>A newer version of VideoGen wrote this library; this one cannot read it.</source>
        <extracomment>vi: Một phiên bản VideoGen mới hơn đã ghi thư viện này; bản đang chạy không đọc được.</extracomment>
        <translation>A newer version of VideoGen wrote this library; this one cannot read it.</translation>
    </message>
    <message>
        <source>The library was not touched. Install the newer version and open it again.</source>
        <extracomment>vi: Thư viện không bị đụng đến. Hãy cài phiên bản mới hơn rồi mở lại.</extracomment>
        <translation>The library was not touched. Install the newer version and open it again.</translation>
    </message>
    <message>
        <source>The library&apos;s file is not in its place, but there are backups of it.</source>
        <extracomment>vi: Không thấy tệp thư viện ở chỗ của nó, nhưng vẫn còn bản sao lưu.</extracomment>
        <translation>The library&apos;s file is not in its place, but there are backups of it.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged, so VideoGen writes nothing into it.</source>
        <extracomment>vi: Tệp thư viện bị hỏng, nên VideoGen không ghi gì thêm vào đó.</extracomment>
        <translation>The library&apos;s file is damaged, so VideoGen writes nothing into it.</translation>
    </message>
    <message>
        <source>The clips that were downloaded are still on the disk, and nothing was deleted.</source>
        <extracomment>vi: Các video đã tải về vẫn nằm trên đĩa, và chưa có gì bị xóa.</extracomment>
        <translation>The clips that were downloaded are still on the disk, and nothing was deleted.</translation>
    </message>
    <message>
        <source>There is no good backup, but what can still be read can be saved.</source>
        <extracomment>vi: Không có bản sao lưu tốt, nhưng có thể cứu những gì còn đọc được.</extracomment>
        <translation>There is no good backup, but what can still be read can be saved.</translation>
    </message>
    <message>
        <source>The newest good backup: {moment}.</source>
        <extracomment>vi: Bản sao lưu tốt gần nhất: {moment}.</extracomment>
        <translation>The newest good backup: {moment}.</translation>
    </message>
    <message>
        <source>The rules inside the library were changed: its money can no longer be trusted.</source>
        <extracomment>vi: Các quy tắc bên trong thư viện đã bị thay đổi, nên số liệu về tiền không còn đáng tin.</extracomment>
        <translation>The rules inside the library were changed: its money can no longer be trusted.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <extracomment>vi: Nhập</extracomment>
        <translation>Import</translation>
    </message>
    <message>
        <source>Do not import</source>
        <extracomment>vi: Không nhập</extracomment>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>Import videos from a folder</source>
        <extracomment>vi: Nhập video từ thư mục</extracomment>
        <translation>Import videos from a folder</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vi: Đóng</extracomment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>vi: Dừng</extracomment>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Import videos</source>
        <extracomment>vi: Nhập video</extracomment>
        <translation>Import videos</translation>
    </message>
    <message>
        <source>Drop it to get this video&apos;s request back</source>
        <extracomment>vi: Thả vào đây để lấy lại nội dung của video này</extracomment>
        <translation>Drop it to get this video&apos;s request back</translation>
    </message>
    <message>
        <source>Drop them to import them into the library</source>
        <extracomment>vi: Thả vào đây để nhập các video vào thư viện</extracomment>
        <translation>Drop them to import them into the library</translation>
    </message>
    <message>
        <source>VideoGen takes only video files (MP4, MOV) and folders of them</source>
        <extracomment>vi: VideoGen chỉ nhận tệp video (MP4, MOV) hoặc thư mục chứa chúng</extracomment>
        <translation>VideoGen takes only video files (MP4, MOV) and folders of them</translation>
    </message>
    <message>
        <source>The request of “{file}” is back in the form.</source>
        <extracomment>vi: Đã lấy lại nội dung từ “{file}”.</extracomment>
        <translation>The request of “{file}” is back in the form.</translation>
    </message>
    <message>
        <source>This wallet does not offer {model}: choose another model.</source>
        <extracomment>vi: Ví đang dùng không có mô hình {model}, hãy chọn mô hình khác.</extracomment>
        <translation>This wallet does not offer {model}: choose another model.</translation>
    </message>
    <message>
        <source>“{file}” does not say how it was made, so there is no request to get back.</source>
        <extracomment>vi: “{file}” không ghi lại cách nó được tạo, nên không có nội dung để lấy lại.</extracomment>
        <translation>“{file}” does not say how it was made, so there is no request to get back.</translation>
    </message>
    <message>
        <source>“{file}” is no video that plays.</source>
        <extracomment>vi: “{file}” không phải là video phát được.</extracomment>
        <translation>“{file}” is no video that plays.</translation>
    </message>
    <message>
        <source>Add to the library</source>
        <extracomment>vi: Thêm vào thư viện</extracomment>
        <translation>Add to the library</translation>
    </message>
    <message>
        <source>Show the video</source>
        <extracomment>vi: Xem video</extracomment>
        <translation>Show the video</translation>
    </message>
    <message>
        <source>Import the videos of the folder “{folder}”?</source>
        <extracomment>vi: Nhập các video trong thư mục “{folder}” vào thư viện?</extracomment>
        <translation>Import the videos of the folder “{folder}”?</translation>
    </message>
    <message>
        <source>Import the videos in what you dropped?</source>
        <extracomment>vi: Nhập các video trong những gì bạn vừa thả vào thư viện?</extracomment>
        <translation>Import the videos in what you dropped?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n videos?</source>
        <extracomment>vi: Nhập %n video vào thư viện?</extracomment>
        <translation>
            <numerusform>Import %n video?</numerusform>
            <numerusform>Import %n videos?</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are, and it costs nothing. What the library has already does not come in again.</source>
        <extracomment>vi: Tệp vẫn nằm ở chỗ cũ và không tốn credits. Video đã có trong thư viện không bị thêm lại.</extracomment>
        <translation>The files stay where they are, and it costs nothing. What the library has already does not come in again.</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <extracomment>vi: Đang tìm video…</extracomment>
        <translation>Looking for videos…</translation>
    </message>
    <message>
        <source>{done} of {total} files looked at</source>
        <extracomment>vi: Đã xem {done} / {total} tệp</extracomment>
        <translation>{done} of {total} files looked at</translation>
    </message>
    <message>
        <source>You may close this; the import goes on.</source>
        <extracomment>vi: Bạn có thể đóng cửa sổ này; việc nhập vẫn tiếp tục.</extracomment>
        <translation>You may close this; the import goes on.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <extracomment>vi: Đang dừng…</extracomment>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>What was imported stays in the library.</source>
        <extracomment>vi: Những video đã nhập vẫn ở trong thư viện.</extracomment>
        <translation>What was imported stays in the library.</translation>
    </message>
    <message>
        <source>There is no video here.</source>
        <extracomment>vi: Không có video nào ở đây.</extracomment>
        <translation>There is no video here.</translation>
    </message>
    <message>
        <source>Stopped before anything was imported.</source>
        <extracomment>vi: Đã dừng trước khi có video nào được nhập.</extracomment>
        <translation>Stopped before anything was imported.</translation>
    </message>
    <message>
        <source>There was nothing new to import.</source>
        <extracomment>vi: Không có video mới để nhập.</extracomment>
        <translation>There was nothing new to import.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos imported.</source>
        <extracomment>vi: Đã nhập %n video vào thư viện.</extracomment>
        <translation>
            <numerusform>%n video imported.</numerusform>
            <numerusform>%n videos imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n files were not looked at.</source>
        <extracomment>vi: Đã dừng: còn %n tệp chưa xem.</extracomment>
        <translation>
            <numerusform>Stopped: %n file was not looked at.</numerusform>
            <numerusform>Stopped: %n files were not looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos of the library have their missing file again.</source>
        <extracomment>vi: %n video trong thư viện đã có lại tệp bị thiếu.</extracomment>
        <translation>
            <numerusform>%n video of the library has its missing file again.</numerusform>
            <numerusform>%n videos of the library have their missing file again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos were in the library.</source>
        <extracomment>vi: %n video đã có sẵn trong thư viện.</extracomment>
        <translation>
            <numerusform>%n video was in the library.</numerusform>
            <numerusform>%n videos were in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos do not say how they were made and were left out.</source>
        <extracomment>vi: %n video không ghi lại cách được tạo nên chưa được nhập.</extracomment>
        <translation>
            <numerusform>%n video does not say how it was made and was left out.</numerusform>
            <numerusform>%n videos do not say how they were made and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are no videos that play.</source>
        <extracomment>vi: %n tệp không phải là video phát được.</extracomment>
        <translation>
            <numerusform>%n file is no video that plays.</numerusform>
            <numerusform>%n files are no videos that play.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read.</source>
        <extracomment>vi: %n tệp không đọc được.</extracomment>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n more videos</source>
        <extracomment>vi: Nhập thêm %n video</extracomment>
        <translation>
            <numerusform>Import %n more video</numerusform>
            <numerusform>Import %n more videos</numerusform>
        </translation>
    </message>
    <message>
        <source>A video that says nothing of itself takes its file&apos;s name as its prompt.</source>
        <extracomment>vi: Video không có thông tin sẽ lấy tên tệp làm nội dung.</extracomment>
        <translation>A video that says nothing of itself takes its file&apos;s name as its prompt.</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Trying the key…</source>
        <extracomment>vi: Đang kiểm tra khóa…</extracomment>
        <translation>Trying the key…</translation>
    </message>
    <message>
        <source>Keeping the key. If the system asks to unlock its keyring, please do…</source>
        <extracomment>vi: Đang lưu khóa. Nếu hệ thống hỏi mật khẩu kho khóa, hãy trả lời để tiếp tục…</extracomment>
        <translation>Keeping the key. If the system asks to unlock its keyring, please do…</translation>
    </message>
    <message>
        <source>The key works. The account has {amount}.</source>
        <extracomment>vi: Khóa hợp lệ. Tài khoản có {amount}.</extracomment>
        <translation>The key works. The account has {amount}.</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <extracomment>vi: Đã lưu khóa.</extracomment>
        <translation>The key is kept.</translation>
    </message>
    <message>
        <source>Key kept for this run only, not stored.</source>
        <extracomment>vi: Khóa chỉ được giữ cho lần chạy này, không lưu lại.</extracomment>
        <translation>Key kept for this run only, not stored.</translation>
    </message>
    <message>
        <source>Key kept for this run only, not stored, ending in {ending}</source>
        <extracomment>vi: Khóa chỉ được giữ cho lần chạy này, không lưu lại, kết thúc bằng {ending}</extracomment>
        <translation>Key kept for this run only, not stored, ending in {ending}</translation>
    </message>
    <message>
        <source>The key was not kept.</source>
        <extracomment>vi: Khóa chưa được lưu.</extracomment>
        <translation>The key was not kept.</translation>
    </message>
    <message>
        <source>Paste your Kie API key</source>
        <extracomment>vi: Dán khóa API Kie của bạn</extracomment>
        <translation>Paste your Kie API key</translation>
    </message>
    <message>
        <source>API key</source>
        <extracomment>vi: Khóa API</extracomment>
        <translation>API key</translation>
    </message>
    <message>
        <source>API address</source>
        <extracomment>vi: Địa chỉ API</extracomment>
        <translation>API address</translation>
    </message>
    <message>
        <source>Use another API address</source>
        <extracomment>vi: Dùng địa chỉ API khác</extracomment>
        <translation>Use another API address</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>vi: Kiểm tra</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tries the key with a call that is free</source>
        <extracomment>vi: Kiểm tra khóa bằng một lần gọi miễn phí</extracomment>
        <translation>Tries the key with a call that is free</translation>
    </message>
    <message>
        <source>Keep and use</source>
        <extracomment>vi: Lưu và dùng</extracomment>
        <translation>Keep and use</translation>
    </message>
</context>
<context>
    <name>KeyringChoice</name>
    <message>
        <source>The key works but is not kept. For this run only means: enter it again next time.</source>
        <extracomment>vi: Khóa dùng được nhưng chưa được lưu. Giữ cho lần chạy này thì lần sau phải nhập lại.</extracomment>
        <translation>The key works but is not kept. For this run only means: enter it again next time.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>vi: Thử lại</extracomment>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <extracomment>vi: Chỉ giữ cho lần chạy này</extracomment>
        <translation>Keep for this run only</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vi: Hủy</extracomment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>This computer has no system keyring that could hold the key.</source>
        <extracomment>vi: Máy này không có kho khóa hệ thống để giữ khóa.</extracomment>
        <translation>This computer has no system keyring that could hold the key.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked and was not opened.</source>
        <extracomment>vi: Kho khóa hệ thống đang khóa và chưa được mở.</extracomment>
        <translation>The system&apos;s keyring is locked and was not opened.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take the key.</source>
        <extracomment>vi: Kho khóa hệ thống không nhận khóa.</extracomment>
        <translation>The system&apos;s keyring did not take the key.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Any shape</source>
        <extracomment>vi: Mọi khung hình</extracomment>
        <translation>Any shape</translation>
    </message>
    <message>
        <source>Any model</source>
        <extracomment>vi: Mọi mô hình</extracomment>
        <translation>Any model</translation>
    </message>
    <message>
        <source>Other days…</source>
        <extracomment>vi: Khoảng ngày khác…</extracomment>
        <translation>Other days…</translation>
    </message>
    <message>
        <source>Filters</source>
        <extracomment>vi: Bộ lọc</extracomment>
        <translation>Filters</translation>
    </message>
    <message>
        <source>No video fits</source>
        <extracomment>vi: Không tìm thấy video nào</extracomment>
        <translation>No video fits</translation>
    </message>
    <message>
        <source>Try another word, or remove a filter.</source>
        <extracomment>vi: Thử từ khóa khác hoặc bỏ bớt bộ lọc.</extracomment>
        <translation>Try another word, or remove a filter.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <extracomment>vi: Xóa tìm kiếm và bộ lọc</extracomment>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <source>Search prompts…</source>
        <extracomment>vi: Tìm trong các mô tả…</extracomment>
        <translation>Search prompts…</translation>
    </message>
    <message>
        <source>Search videos</source>
        <extracomment>vi: Tìm video</extracomment>
        <translation>Search videos</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>vi: Trạng thái</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>All collections</source>
        <extracomment>vi: Mọi bộ sưu tập</extracomment>
        <translation>All collections</translation>
    </message>
    <message>
        <source>Rename collection…</source>
        <extracomment>vi: Đổi tên bộ sưu tập…</extracomment>
        <translation>Rename collection…</translation>
    </message>
    <message>
        <source>Delete collection…</source>
        <extracomment>vi: Xóa bộ sưu tập…</extracomment>
        <translation>Delete collection…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <extracomment>vi: Bỏ chọn</extracomment>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Cancel saving</source>
        <extracomment>vi: Hủy lưu</extracomment>
        <translation>Cancel saving</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>vi: Xóa</extracomment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>vi: Tải xuống</extracomment>
        <translation>Download</translation>
    </message>
    <message>
        <source>Collection</source>
        <extracomment>vi: Bộ sưu tập</extracomment>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>vi: Yêu thích</extracomment>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>vi: Sắp xếp</extracomment>
        <translation>Order</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>vi: Tất cả</extracomment>
        <translation>All</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>vi: Đang chạy</extracomment>
        <translation>Running</translation>
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
        <source>Unclear</source>
        <extracomment>vi: Chưa rõ</extracomment>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>vi: Đã hủy</extracomment>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <extracomment>vi: Cũ nhất</extracomment>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Prompt A–Z</source>
        <extracomment>vi: Theo nội dung A–Z</extracomment>
        <translation>Prompt A–Z</translation>
    </message>
    <message>
        <source>Newest first</source>
        <extracomment>vi: Mới nhất</extracomment>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Any time</source>
        <extracomment>vi: Mọi lúc</extracomment>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>vi: Hôm nay</extracomment>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <extracomment>vi: %n ngày qua</extracomment>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos</source>
        <extracomment>vi: %n video</extracomment>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no videos yet</source>
        <extracomment>vi: Thư viện chưa có video nào</extracomment>
        <translation>There are no videos yet</translation>
    </message>
    <message numerus="yes">
        <source>%n videos selected</source>
        <extracomment>vi: Đã chọn %n video</extracomment>
        <translation>
            <numerusform>%n video selected</numerusform>
            <numerusform>%n videos selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving %1 of %2 videos · %3</source>
        <extracomment>vi: Đang lưu %1/%2 video · %3</extracomment>
        <translation>Saving %1 of %2 videos · %3</translation>
    </message>
    <message>
        <source>Take out of “%1”</source>
        <extracomment>vi: Bỏ khỏi “%1”</extracomment>
        <translation>Take out of “%1”</translation>
    </message>
    <message>
        <source>New collection…</source>
        <extracomment>vi: Bộ sưu tập mới…</extracomment>
        <translation>New collection…</translation>
    </message>
    <message>
        <source>Collection “%1” deleted</source>
        <extracomment>vi: Đã xóa bộ sưu tập “%1”</extracomment>
        <translation>Collection “%1” deleted</translation>
    </message>
    <message>
        <source>New collection</source>
        <extracomment>vi: Bộ sưu tập mới</extracomment>
        <translation>New collection</translation>
    </message>
    <message>
        <source>Rename collection</source>
        <extracomment>vi: Đổi tên bộ sưu tập</extracomment>
        <translation>Rename collection</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>vi: Đổi tên</extracomment>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Name of the collection:</source>
        <extracomment>vi: Tên bộ sưu tập:</extracomment>
        <translation>Name of the collection:</translation>
    </message>
    <message>
        <source>Delete collection</source>
        <extracomment>vi: Xóa bộ sưu tập</extracomment>
        <translation>Delete collection</translation>
    </message>
    <message>
        <source>Delete the collection “%1”?</source>
        <extracomment>vi: Xóa bộ sưu tập “%1”?</extracomment>
        <translation>Delete the collection “%1”?</translation>
    </message>
    <message>
        <source>Its videos stay in the library.</source>
        <extracomment>vi: Các video trong đó vẫn ở lại thư viện.</extracomment>
        <translation>Its videos stay in the library.</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>vi: Tạo</extracomment>
        <translation>Create</translation>
    </message>
    <message>
        <source>Another collection has this name. Choose a different one:</source>
        <extracomment>vi: Đã có bộ sưu tập tên này. Hãy chọn tên khác:</extracomment>
        <translation>Another collection has this name. Choose a different one:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vi: Hủy</extracomment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Added to “%1”</source>
        <extracomment>vi: Đã thêm vào “%1”</extracomment>
        <translation>Added to “%1”</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <extracomment>vi: Lưu bản sao video</extracomment>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>vi: Mở thư mục</extracomment>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Video saved in “%1”</source>
        <extracomment>vi: Đã lưu video vào “%1”</extracomment>
        <translation>Video saved in “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n videos saved in “%1”</source>
        <extracomment>vi: Đã lưu %n video vào “%1”</extracomment>
        <translation>
            <numerusform>%n video saved in “%1”</numerusform>
            <numerusform>%n videos saved in “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>vi: Giữ lại</extracomment>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>vi: Hoàn tác</extracomment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>The files go to the system&apos;s bin. Credits that were spent do not come back.</source>
        <extracomment>vi: Tệp video sẽ vào thùng rác của máy. Credits đã dùng không được hoàn lại.</extracomment>
        <translation>The files go to the system&apos;s bin. Credits that were spent do not come back.</translation>
    </message>
    <message>
        <source>A video that is being made goes on and is charged all the same.</source>
        <extracomment>vi: Video đang tạo vẫn chạy tiếp và vẫn tính credits.</extracomment>
        <translation>A video that is being made goes on and is charged all the same.</translation>
    </message>
    <message>
        <source>Delete this video from the library?</source>
        <extracomment>vi: Xóa video này khỏi thư viện?</extracomment>
        <translation>Delete this video from the library?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n videos from the library?</source>
        <extracomment>vi: Xóa %n video khỏi thư viện?</extracomment>
        <translation>
            <numerusform>Delete %n video from the library?</numerusform>
            <numerusform>Delete %n videos from the library?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete video</source>
        <extracomment>vi: Xóa video</extracomment>
        <translation>Delete video</translation>
    </message>
    <message>
        <source>Video deleted</source>
        <extracomment>vi: Đã xóa video</extracomment>
        <translation>Video deleted</translation>
    </message>
    <message numerus="yes">
        <source>%n videos deleted</source>
        <extracomment>vi: Đã xóa %n video</extracomment>
        <translation>
            <numerusform>%n video deleted</numerusform>
            <numerusform>%n videos deleted</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>vi: Khoảng ngày</extracomment>
        <translation>Period</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>vi: Từ ngày</extracomment>
        <translation>From</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <extracomment>vi: Đến hết ngày</extracomment>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Apply</source>
        <extracomment>vi: Áp dụng</extracomment>
        <translation>Apply</translation>
    </message>
    <message>
        <source>{needed} needed, {free} free in {folder}.</source>
        <extracomment>vi: Cần {needed}, hiện còn {free} trong {folder}.</extracomment>
        <translation>{needed} needed, {free} free in {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>The disk is full: %n downloads wait and go on by themselves once there is space.</source>
        <extracomment>vi: Ổ đĩa đầy: tạm dừng tải %n video, sẽ tự tải tiếp khi có chỗ trống.</extracomment>
        <translation>
            <numerusform>The disk is full: %n download waits and goes on by itself once there is space.</numerusform>
            <numerusform>The disk is full: %n downloads wait and go on by themselves once there is space.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is space again: the downloads go on.</source>
        <extracomment>vi: Đã có chỗ trống: VideoGen tải tiếp.</extracomment>
        <translation>There is space again: the downloads go on.</translation>
    </message>
    <message>
        <source>The video is being fetched again…</source>
        <extracomment>vi: Đang lấy lại video từ nhà cung cấp…</extracomment>
        <translation>The video is being fetched again…</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Credits a day</source>
        <extracomment>vi: Credits mỗi ngày</extracomment>
        <translation>Credits a day</translation>
    </message>
    <message>
        <source>Credits a month</source>
        <extracomment>vi: Credits mỗi tháng</extracomment>
        <translation>Credits a month</translation>
    </message>
    <message>
        <source>Videos at once</source>
        <extracomment>vi: Video cùng lúc</extracomment>
        <translation>Videos at once</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>vi: Không giới hạn</extracomment>
        <translation>No limit</translation>
    </message>
    <message>
        <source>A video that would pass a limit is not sent, and costs nothing.</source>
        <extracomment>vi: Video vượt giới hạn sẽ không được gửi và không mất credits nào.</extracomment>
        <translation>A video that would pass a limit is not sent, and costs nothing.</translation>
    </message>
    <message>
        <source>Enter a number above 0, or nothing for no limit.</source>
        <extracomment>vi: Hãy nhập một số lớn hơn 0, hoặc để trống nếu không muốn giới hạn.</extracomment>
        <translation>Enter a number above 0, or nothing for no limit.</translation>
    </message>
    <message>
        <source>Set spending limits…</source>
        <extracomment>vi: Đặt giới hạn chi tiêu…</extracomment>
        <translation>Set spending limits…</translation>
    </message>
    <message>
        <source>Fold away</source>
        <extracomment>vi: Thu gọn</extracomment>
        <translation>Fold away</translation>
    </message>
    <message>
        <source>The limits set cannot be read: nothing is sent until you set them again.</source>
        <extracomment>vi: Không đọc được giới hạn đã đặt: chưa gửi gì cho đến khi bạn đặt lại.</extracomment>
        <translation>The limits set cannot be read: nothing is sent until you set them again.</translation>
    </message>
    <message>
        <source>at most {amount} a day</source>
        <extracomment>vi: tối đa {amount} mỗi ngày</extracomment>
        <translation>at most {amount} a day</translation>
    </message>
    <message>
        <source>at most {amount} a month</source>
        <extracomment>vi: tối đa {amount} mỗi tháng</extracomment>
        <translation>at most {amount} a month</translation>
    </message>
    <message numerus="yes">
        <source>at most %n videos at once</source>
        <extracomment>vi: tối đa %n video cùng lúc</extracomment>
        <translation>
            <numerusform>at most %n video at once</numerusform>
            <numerusform>at most %n videos at once</numerusform>
        </translation>
    </message>
    <message>
        <source>No spending limits</source>
        <extracomment>vi: Chưa đặt giới hạn chi tiêu</extracomment>
        <translation>No spending limits</translation>
    </message>
    <message>
        <source>Limits: {limits}</source>
        <extracomment>vi: Giới hạn: {limits}</extracomment>
        <translation>Limits: {limits}</translation>
    </message>
    <message>
        <source>Used today: {day}, this month: {month}.</source>
        <extracomment>vi: Hôm nay đã dùng {day}, tháng này {month}.</extracomment>
        <translation>Used today: {day}, this month: {month}.</translation>
    </message>
    <message numerus="yes">
        <source>%n videos are under way.</source>
        <extracomment>vi: Đang chạy %n video.</extracomment>
        <translation>
            <numerusform>%n video is under way.</numerusform>
            <numerusform>%n videos are under way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show it</source>
        <extracomment>vi: Xem</extracomment>
        <translation>Show it</translation>
    </message>
    <message>
        <source>Your video is being made. Please wait…</source>
        <translation>Your video is being made. Please wait…</translation>
    </message>
    <message>
        <source>Change the limits…</source>
        <extracomment>vi: Đổi giới hạn…</extracomment>
        <translation>Change the limits…</translation>
    </message>
    <message>
        <source>Rescue them…</source>
        <extracomment>vi: Tìm lại…</extracomment>
        <translation>Rescue them…</translation>
    </message>
    <message>
        <source>The system could not open the file.</source>
        <translation>The system could not open the file.</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Undo</source>
        <extracomment>vi: Hoàn tác</extracomment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>vi: Làm lại</extracomment>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Cut</source>
        <extracomment>vi: Cắt</extracomment>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>vi: Sao chép</extracomment>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Paste</source>
        <extracomment>vi: Dán</extracomment>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Select All</source>
        <extracomment>vi: Chọn tất cả</extracomment>
        <translation>Select All</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>vi: Tệp</extracomment>
        <translation>File</translation>
    </message>
    <message>
        <source>Quit VideoGen</source>
        <extracomment>vi: Thoát VideoGen</extracomment>
        <translation>Quit VideoGen</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>vi: Trợ giúp</extracomment>
        <translation>Help</translation>
    </message>
    <message>
        <source>About VideoGen</source>
        <extracomment>vi: Giới thiệu VideoGen</extracomment>
        <translation>About VideoGen</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>vi: Sửa</extracomment>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Settings…</source>
        <extracomment>vi: Cài đặt…</extracomment>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Window</source>
        <extracomment>vi: Cửa sổ</extracomment>
        <translation>Window</translation>
    </message>
    <message>
        <source>Minimize</source>
        <extracomment>vi: Thu nhỏ</extracomment>
        <translation>Minimize</translation>
    </message>
    <message>
        <source>Zoom</source>
        <extracomment>vi: Phóng to</extracomment>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>ModelSelector</name>
    <message>
        <source>Model: {title}</source>
        <translation>Model: {title}</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>date unknown</source>
        <extracomment>vi: ngày không rõ</extracomment>
        <translation>date unknown</translation>
    </message>
</context>
<context>
    <name>MovementList</name>
    <message>
        <source>No movements yet.</source>
        <extracomment>vi: Chưa có giao dịch nào.</extracomment>
        <translation>No movements yet.</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Extra CA file</source>
        <extracomment>vi: Tệp chứng thư CA bổ sung</extracomment>
        <translation>Extra CA file</translation>
    </message>
    <message>
        <source>For networks with certificates of their own. Certificates are always checked.</source>
        <extracomment>vi: Dành cho mạng dùng chứng thư riêng. Việc kiểm tra chứng thư không bao giờ bị tắt.</extracomment>
        <translation>For networks with certificates of their own. Certificates are always checked.</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>vi: Mạng</extracomment>
        <translation>Network</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>vi: Proxy</extracomment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</source>
        <extracomment>vi: Mọi kết nối của VideoGen đi qua đây. Hỗ trợ HTTP và SOCKS5.</extracomment>
        <translation>All of VideoGen&apos;s connections use it. HTTP and SOCKS5 both work.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>vi: Không dùng</extracomment>
        <translation>None</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>vi: Theo hệ thống</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Manual</source>
        <extracomment>vi: Tự nhập</extracomment>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <extracomment>vi: Địa chỉ proxy</extracomment>
        <translation>Proxy address</translation>
    </message>
    <message>
        <source>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</source>
        <extracomment>vi: Địa chỉ proxy không đúng. Ví dụ: http://may-chu:8080 hoặc socks5://127.0.0.1:1080</extracomment>
        <translation>Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <extracomment>vi: Chọn tệp…</extracomment>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Use none</source>
        <extracomment>vi: Bỏ tệp này</extracomment>
        <translation>Use none</translation>
    </message>
    <message>
        <source>The password goes into the system&apos;s keyring, not the settings file.</source>
        <extracomment>vi: Mật khẩu được chuyển vào kho khóa của hệ thống, không nằm trong tệp cài đặt.</extracomment>
        <translation>The password goes into the system&apos;s keyring, not the settings file.</translation>
    </message>
    <message>
        <source>The password of this proxy is in the system&apos;s keyring.</source>
        <extracomment>vi: Mật khẩu của proxy này nằm trong kho khóa của hệ thống.</extracomment>
        <translation>The password of this proxy is in the system&apos;s keyring.</translation>
    </message>
    <message>
        <source>The password of this proxy is kept for this run only.</source>
        <extracomment>vi: Mật khẩu của proxy này chỉ được giữ cho lần chạy này.</extracomment>
        <translation>The password of this proxy is kept for this run only.</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <extracomment>vi: Chọn tệp chứng thư</extracomment>
        <translation>Choose a certificate file</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Aspect ratio</source>
        <extracomment>vi: Tỉ lệ khung hình</extracomment>
        <translation>Aspect ratio</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>vi: Thời lượng</extracomment>
        <translation>Length</translation>
    </message>
    <message>
        <source>Resolution</source>
        <extracomment>vi: Độ phân giải</extracomment>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Sound</source>
        <extracomment>vi: Âm thanh</extracomment>
        <translation>Sound</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>vi: Bật</extracomment>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>vi: Tắt</extracomment>
        <translation>Off</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>vi: {seconds} giây</extracomment>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Open the folder</source>
        <extracomment>vi: Mở thư mục</extracomment>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Find them by their ids…</source>
        <extracomment>vi: Tìm lại theo mã…</extracomment>
        <translation>Find them by their ids…</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vi: Đóng</extracomment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Open the library</source>
        <extracomment>vi: Mở thư viện</extracomment>
        <translation>Open the library</translation>
    </message>
    <message>
        <source>Recover…</source>
        <extracomment>vi: Khôi phục…</extracomment>
        <translation>Recover…</translation>
    </message>
    <message>
        <source>Recover</source>
        <extracomment>vi: Khôi phục</extracomment>
        <translation>Recover</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>vi: Để sau</extracomment>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Recover the library</source>
        <extracomment>vi: Khôi phục thư viện</extracomment>
        <translation>Recover the library</translation>
    </message>
    <message>
        <source>The library and every backup are looked at…</source>
        <extracomment>vi: Đang kiểm tra thư viện và từng bản sao lưu…</extracomment>
        <translation>The library and every backup are looked at…</translation>
    </message>
    <message>
        <source>Being recovered. Should it be cut off, the old file is still as it was.</source>
        <extracomment>vi: Đang khôi phục. Xin đừng tắt máy; nếu bị ngắt giữa chừng, tệp cũ vẫn còn nguyên.</extracomment>
        <translation>Being recovered. Should it be cut off, the old file is still as it was.</translation>
    </message>
    <message>
        <source>The library is sound: nothing to recover.</source>
        <extracomment>vi: Thư viện vẫn tốt, không có gì cần khôi phục.</extracomment>
        <translation>The library is sound: nothing to recover.</translation>
    </message>
    <message>
        <source>A newer version wrote this library. Install that version.</source>
        <extracomment>vi: Một phiên bản mới hơn đã ghi thư viện này. Hãy cài phiên bản đó.</extracomment>
        <translation>A newer version wrote this library. Install that version.</translation>
    </message>
    <message>
        <source>The library&apos;s file is missing. Choose how to go on.</source>
        <extracomment>vi: Không thấy tệp thư viện. Hãy chọn cách đi tiếp.</extracomment>
        <translation>The library&apos;s file is missing. Choose how to go on.</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged. Choose how to go on.</source>
        <extracomment>vi: Tệp thư viện bị hỏng. Hãy chọn cách đi tiếp.</extracomment>
        <translation>The library&apos;s file is damaged. Choose how to go on.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the present file is kept as it is in a folder beside it, and clips that were downloaded stay where they are.</source>
        <extracomment>vi: Không có gì bị xóa: tệp hiện tại được giữ nguyên trong một thư mục bên cạnh, còn các video đã tải về vẫn ở chỗ cũ.</extracomment>
        <translation>Nothing is deleted: the present file is kept as it is in a folder beside it, and clips that were downloaded stay where they are.</translation>
    </message>
    <message>
        <source>There is no backup that can be used.</source>
        <extracomment>vi: Không có bản sao lưu nào dùng được.</extracomment>
        <translation>There is no backup that can be used.</translation>
    </message>
    <message>
        <source>The backup of {moment}</source>
        <extracomment>vi: Bản sao lưu {moment}</extracomment>
        <translation>The backup of {moment}</translation>
    </message>
    <message numerus="yes">
        <source>It has %n videos.</source>
        <extracomment>vi: Có %n video.</extracomment>
        <translation>
            <numerusform>It has %n video.</numerusform>
            <numerusform>It has %n videos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Videos made after it will be missing.</source>
        <extracomment>vi: Những video tạo sau thời điểm đó sẽ thiếu.</extracomment>
        <translation>Videos made after it will be missing.</translation>
    </message>
    <message>
        <source>What is newer comes out of the damaged file where it can be read; the rest will be missing.</source>
        <extracomment>vi: Những gì mới hơn mà tệp hỏng còn đọc được sẽ được bổ sung; phần còn lại sẽ thiếu.</extracomment>
        <translation>What is newer comes out of the damaged file where it can be read; the rest will be missing.</translation>
    </message>
    <message>
        <source>Only what the damaged file still tells</source>
        <extracomment>vi: Chỉ những gì tệp hỏng còn đọc được</extracomment>
        <translation>Only what the damaged file still tells</translation>
    </message>
    <message>
        <source>A new library is made from the damaged file, without a backup. What cannot be read will be missing.</source>
        <extracomment>vi: Dựng thư viện mới từ tệp hỏng, không dùng bản sao lưu. Những gì không đọc được sẽ thiếu.</extracomment>
        <translation>A new library is made from the damaged file, without a backup. What cannot be read will be missing.</translation>
    </message>
    <message>
        <source>An empty library</source>
        <extracomment>vi: Thư viện trống</extracomment>
        <translation>An empty library</translation>
    </message>
    <message>
        <source>Clips can be imported from their folder then, and found by their task ids.</source>
        <extracomment>vi: Sau đó bạn có thể nhập video từ thư mục và tìm lại video theo mã tác vụ.</extracomment>
        <translation>Clips can be imported from their folder then, and found by their task ids.</translation>
    </message>
    <message>
        <source>Go on with “{choice}”?</source>
        <extracomment>vi: Đi tiếp với lựa chọn “{choice}”?</extracomment>
        <translation>Go on with “{choice}”?</translation>
    </message>
    <message>
        <source>The library is recovered</source>
        <extracomment>vi: Đã khôi phục thư viện</extracomment>
        <translation>The library is recovered</translation>
    </message>
    <message numerus="yes">
        <source>%n videos in the library.</source>
        <extracomment>vi: %n video trong thư viện.</extracomment>
        <translation>
            <numerusform>%n video in the library.</numerusform>
            <numerusform>%n videos in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them read out of the damaged file.</source>
        <extracomment>vi: %n video trong đó được lấy từ tệp hỏng.</extracomment>
        <translation>
            <numerusform>%n of them read out of the damaged file.</numerusform>
            <numerusform>%n of them read out of the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos of which it is unclear whether they were charged; they are never sent again.</source>
        <extracomment>vi: %n video chưa rõ đã bị trừ credits hay chưa; VideoGen không bao giờ gửi lại chúng.</extracomment>
        <translation>
            <numerusform>%n video of which it is unclear whether it was charged; it is never sent again.</numerusform>
            <numerusform>%n videos of which it is unclear whether they were charged; they are never sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos could not be kept. Look for them at the provider.</source>
        <extracomment>vi: %n video không giữ lại được. Hãy tìm chúng trên trang của nhà cung cấp.</extracomment>
        <translation>
            <numerusform>%n video could not be kept. Look for it at the provider.</numerusform>
            <numerusform>%n videos could not be kept. Look for them at the provider.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid tasks are not in the library; they can be found by their ids.</source>
        <extracomment>vi: %n tác vụ đã trả tiền chưa có trong thư viện; có thể tìm lại theo mã.</extracomment>
        <translation>
            <numerusform>%n paid task is not in the library; it can be found by its id.</numerusform>
            <numerusform>%n paid tasks are not in the library; they can be found by their ids.</numerusform>
        </translation>
    </message>
    <message>
        <source>The old files lie unchanged in {folder}</source>
        <extracomment>vi: Tệp cũ được giữ nguyên ở {folder}</extracomment>
        <translation>The old files lie unchanged in {folder}</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message>
        <source>Make the very same video again?</source>
        <extracomment>vi: Tạo thêm một video giống hệt?</extracomment>
        <translation>Make the very same video again?</translation>
    </message>
    <message>
        <source>Make another one</source>
        <extracomment>vi: Vẫn tạo thêm</extracomment>
        <translation>Make another one</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>vi: Không tạo</extracomment>
        <translation>No</translation>
    </message>
    <message numerus="yes">
        <source>You sent this very request %n seconds ago.</source>
        <extracomment>vi: Bạn vừa gửi đúng yêu cầu này %n giây trước.</extracomment>
        <translation>
            <numerusform>You sent this very request %n second ago.</numerusform>
            <numerusform>You sent this very request %n seconds ago.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another one costs {price} more.</source>
        <extracomment>vi: Tạo thêm sẽ tốn thêm {price}.</extracomment>
        <translation>Another one costs {price} more.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Paste one or more task ids from the provider&apos;s site. Each is read with your own key and its video brought into the library; it costs nothing more.</source>
        <extracomment>vi: Dán một hoặc nhiều mã tác vụ lấy từ trang của nhà cung cấp. VideoGen đọc từng mã bằng khóa của bạn và đưa video về thư viện, không tốn thêm credits.</extracomment>
        <translation>Paste one or more task ids from the provider&apos;s site. Each is read with your own key and its video brought into the library; it costs nothing more.</translation>
    </message>
    <message>
        <source>Task ids</source>
        <extracomment>vi: Mã tác vụ</extracomment>
        <translation>Task ids</translation>
    </message>
    <message>
        <source>Such as 5f3c… with one id on each line</source>
        <extracomment>vi: Ví dụ: 5f3c… mỗi dòng một mã</extracomment>
        <translation>Such as 5f3c… with one id on each line</translation>
    </message>
    <message>
        <source>Find</source>
        <extracomment>vi: Tìm</extracomment>
        <translation>Find</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vi: Đóng</extracomment>
        <translation>Close</translation>
    </message>
    <message>
        <source>Show the video</source>
        <extracomment>vi: Xem video</extracomment>
        <translation>Show the video</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <extracomment>vi: Đúng, ghép với video đó</extracomment>
        <translation>Yes, join them</translation>
    </message>
    <message>
        <source>No, add it as a new video</source>
        <extracomment>vi: Không, thêm thành video mới</extracomment>
        <translation>No, add it as a new video</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>vi: Thử lại</extracomment>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Find videos by their task ids</source>
        <extracomment>vi: Tìm lại video theo mã tác vụ</extracomment>
        <translation>Find videos by their task ids</translation>
    </message>
    <message>
        <source>Waiting its turn…</source>
        <extracomment>vi: Đang chờ đến lượt…</extracomment>
        <translation>Waiting its turn…</translation>
    </message>
    <message>
        <source>Being read at the provider…</source>
        <extracomment>vi: Đang đọc ở nhà cung cấp…</extracomment>
        <translation>Being read at the provider…</translation>
    </message>
    <message>
        <source>Not read. {why}</source>
        <extracomment>vi: Chưa đọc được. {why}</extracomment>
        <translation>Not read. {why}</translation>
    </message>
    <message>
        <source>It is in the library already.</source>
        <extracomment>vi: Đã có trong thư viện.</extracomment>
        <translation>It is in the library already.</translation>
    </message>
    <message numerus="yes">
        <source>%n unclear videos are of just this request, and nothing says which one it is. Open the right one and enter this id there, or add it as a new video.</source>
        <extracomment>vi: Có %n video chưa rõ cùng nội dung này và không thể biết đây là video nào. Hãy mở đúng video rồi nhập mã này ở đó, hoặc thêm thành video mới.</extracomment>
        <translation>
            <numerusform>%n unclear video is of just this request. Open it and enter this id there, or add it as a new video.</numerusform>
            <numerusform>%n unclear videos are of just this request, and nothing says which one it is. Open the right one and enter this id there, or add it as a new video.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library has an unclear video of just this request. Is it that one?</source>
        <extracomment>vi: Trong thư viện có video chưa rõ với đúng nội dung này. Đây là video đó?</extracomment>
        <translation>The library has an unclear video of just this request. Is it that one?</translation>
    </message>
    <message>
        <source>The provider knows no such task under the key in use.</source>
        <extracomment>vi: Nhà cung cấp không có tác vụ này với khóa đang dùng.</extracomment>
        <translation>The provider knows no such task under the key in use.</translation>
    </message>
    <message>
        <source>Joined with the unclear video: it is ready and is being downloaded.</source>
        <extracomment>vi: Đã ghép với video chưa rõ: video đã xong và đang được tải về máy.</extracomment>
        <translation>Joined with the unclear video: it is ready and is being downloaded.</translation>
    </message>
    <message>
        <source>Joined with the unclear video.</source>
        <extracomment>vi: Đã ghép với video chưa rõ.</extracomment>
        <translation>Joined with the unclear video.</translation>
    </message>
    <message>
        <source>Found: the video is being downloaded.</source>
        <extracomment>vi: Đã tìm lại: video đang được tải về máy.</extracomment>
        <translation>Found: the video is being downloaded.</translation>
    </message>
    <message>
        <source>Found: the provider says that it failed.</source>
        <extracomment>vi: Đã tìm lại: nhà cung cấp báo thất bại.</extracomment>
        <translation>Found: the provider says that it failed.</translation>
    </message>
    <message>
        <source>Found: it is still running at the provider.</source>
        <extracomment>vi: Đã tìm lại: video vẫn đang chạy ở nhà cung cấp.</extracomment>
        <translation>Found: it is still running at the provider.</translation>
    </message>
</context>
<context>
    <name>SafetyPage</name>
    <message>
        <source>Safety</source>
        <extracomment>vi: An toàn dữ liệu</extracomment>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Back up now</source>
        <extracomment>vi: Sao lưu ngay</extracomment>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Recover the library</source>
        <extracomment>vi: Khôi phục thư viện</extracomment>
        <translation>Recover the library</translation>
    </message>
    <message>
        <source>When its file is damaged: go on from a backup; nothing is deleted.</source>
        <extracomment>vi: Khi tệp thư viện bị hỏng: đi tiếp từ bản sao lưu, không xóa gì cả.</extracomment>
        <translation>When its file is damaged: go on from a backup; nothing is deleted.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <extracomment>vi: Kiểm tra…</extracomment>
        <translation>Look at it…</translation>
    </message>
    <message>
        <source>Import videos from a folder</source>
        <extracomment>vi: Nhập video từ thư mục</extracomment>
        <translation>Import videos from a folder</translation>
    </message>
    <message>
        <source>Brings clips that VideoGen made back into the library, where they lie.</source>
        <extracomment>vi: Đưa video VideoGen đã tạo trở lại thư viện. Tệp vẫn nằm ở chỗ cũ.</extracomment>
        <translation>Brings clips that VideoGen made back into the library, where they lie.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>vi: Chọn thư mục…</extracomment>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <extracomment>vi: Gói chẩn đoán</extracomment>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>For a report of a fault, without keys and prompts. You see it first.</source>
        <extracomment>vi: Thông tin để báo lỗi, đã bỏ khóa và nội dung riêng. Bạn xem trước rồi mới lưu.</extracomment>
        <translation>For a report of a fault, without keys and prompts. You see it first.</translation>
    </message>
    <message>
        <source>Diagnosis…</source>
        <extracomment>vi: Gói chẩn đoán…</extracomment>
        <translation>Diagnosis…</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <extracomment>vi: Bản sao lưu gần nhất</extracomment>
        <translation>Newest backup</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <extracomment>vi: Đang sao lưu…</extracomment>
        <translation>A backup is being made…</translation>
    </message>
    <message>
        <source>VideoGen backs the library up by itself when it has changed.</source>
        <extracomment>vi: VideoGen tự sao lưu thư viện khi có thay đổi.</extracomment>
        <translation>VideoGen backs the library up by itself when it has changed.</translation>
    </message>
    <message>
        <source>There is no backup that can be used yet.</source>
        <extracomment>vi: Chưa có bản sao lưu nào dùng được.</extracomment>
        <translation>There is no backup that can be used yet.</translation>
    </message>
    <message numerus="yes">
        <source>{moment} · %n videos</source>
        <extracomment>vi: {moment} · %n video</extracomment>
        <translation>
            <numerusform>{moment} · %n video</numerusform>
            <numerusform>{moment} · %n videos</numerusform>
        </translation>
    </message>
    <message>
        <source>No second folder</source>
        <extracomment>vi: Không dùng nữa</extracomment>
        <translation>No second folder</translation>
    </message>
    <message>
        <source>Second folder for backups</source>
        <extracomment>vi: Thư mục sao lưu thứ hai</extracomment>
        <translation>Second folder for backups</translation>
    </message>
    <message>
        <source>Best on another disk: it is still there when this one fails.</source>
        <extracomment>vi: Nên đặt trên ổ đĩa khác hoặc ổ rời: còn đó khi ổ này hỏng.</extracomment>
        <translation>Best on another disk: it is still there when this one fails.</translation>
    </message>
    <message>
        <source>Choose a second folder for backups</source>
        <extracomment>vi: Chọn thư mục sao lưu thứ hai</extracomment>
        <translation>Choose a second folder for backups</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <extracomment>vi: Cài đặt</extracomment>
        <translation>Settings</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>vi: Chung</extracomment>
        <translation>General</translation>
    </message>
    <message>
        <source>Wallets and keys</source>
        <extracomment>vi: Ví và khóa</extracomment>
        <translation>Wallets and keys</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>vi: Tệp</extracomment>
        <translation>Files</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>vi: Mạng</extracomment>
        <translation>Network</translation>
    </message>
    <message>
        <source>Webhook</source>
        <extracomment>vi: Webhook</extracomment>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Safety</source>
        <extracomment>vi: An toàn dữ liệu</extracomment>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Some changes count once the library is opened again.</source>
        <extracomment>vi: Có thay đổi chỉ có hiệu lực khi mở lại thư viện.</extracomment>
        <translation>Some changes count once the library is opened again.</translation>
    </message>
    <message>
        <source>Open it again now</source>
        <extracomment>vi: Mở lại ngay</extracomment>
        <translation>Open it again now</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>vi: Xong</extracomment>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Later</source>
        <extracomment>vi: Để sau</extracomment>
        <translation>Later</translation>
    </message>
    <message>
        <source>Did the provider charge for this video?</source>
        <extracomment>vi: Nhà cung cấp đã trừ credits cho video này?</extracomment>
        <translation>Did the provider charge for this video?</translation>
    </message>
    <message>
        <source>Did the provider charge nothing for it?</source>
        <extracomment>vi: Nhà cung cấp không trừ credits cho video này?</extracomment>
        <translation>Did the provider charge nothing for it?</translation>
    </message>
    <message>
        <source>Note it as charged</source>
        <extracomment>vi: Ghi là đã trừ</extracomment>
        <translation>Note it as charged</translation>
    </message>
    <message>
        <source>Note it as not charged</source>
        <extracomment>vi: Ghi là chưa trừ</extracomment>
        <translation>Note it as not charged</translation>
    </message>
    <message>
        <source>The video counts as failed. It holds no credits, so your balance stays as it is.</source>
        <extracomment>vi: Video được đánh dấu là thất bại. Video này không giữ credits nào nên số dư không đổi.</extracomment>
        <translation>The video counts as failed. It holds no credits, so your balance stays as it is.</translation>
    </message>
    <message>
        <source>{amount} count as spent and the video as failed. Once you have the task id, you can still bring the video in.</source>
        <extracomment>vi: {amount} được ghi là đã chi và video được đánh dấu là thất bại. Sau này nếu có mã tác vụ, bạn vẫn có thể tìm lại video.</extracomment>
        <translation>{amount} count as spent and the video as failed. Once you have the task id, you can still bring the video in.</translation>
    </message>
    <message>
        <source>{amount} are yours again and the video counts as failed; nothing is sent again. Should the provider charge after all, the difference shows in the statement.</source>
        <extracomment>vi: {amount} trở lại số dư và video được đánh dấu là thất bại; yêu cầu không được gửi lại. Nếu sau này nhà cung cấp vẫn trừ, khoản chênh lệch sẽ hiện trong sao kê.</extracomment>
        <translation>{amount} are yours again and the video counts as failed; nothing is sent again. Should the provider charge after all, the difference shows in the statement.</translation>
    </message>
    <message>
        <source>At the provider this task differs in {differences}. Join them anyway?</source>
        <extracomment>vi: Theo nhà cung cấp, tác vụ này khác với video về: {differences}. Vẫn ghép?</extracomment>
        <translation>At the provider this task differs in {differences}. Join them anyway?</translation>
    </message>
    <message>
        <source>Join them anyway</source>
        <extracomment>vi: Vẫn ghép</extracomment>
        <translation>Join them anyway</translation>
    </message>
    <message>
        <source>This is no task id. Paste it as the provider&apos;s site shows it.</source>
        <extracomment>vi: Đây không phải là mã tác vụ. Hãy dán đúng như trang của nhà cung cấp ghi.</extracomment>
        <translation>This is no task id. Paste it as the provider&apos;s site shows it.</translation>
    </message>
    <message>
        <source>Reading the task at the provider…</source>
        <extracomment>vi: Đang đọc tác vụ ở nhà cung cấp…</extracomment>
        <translation>Reading the task at the provider…</translation>
    </message>
    <message>
        <source>Enter the task id</source>
        <extracomment>vi: Nhập mã tác vụ</extracomment>
        <translation>Enter the task id</translation>
    </message>
    <message>
        <source>Find this request in the history on the provider&apos;s site and paste its task id here. The task is read with your own key and its video brought in; nothing is sent again.</source>
        <extracomment>vi: Tìm yêu cầu này trong lịch sử ở trang của nhà cung cấp rồi dán mã tác vụ vào đây. VideoGen đọc tác vụ bằng khóa của bạn, lấy video về và không gửi lại yêu cầu.</extracomment>
        <translation>Find this request in the history on the provider&apos;s site and paste its task id here. The task is read with your own key and its video brought in; nothing is sent again.</translation>
    </message>
    <message>
        <source>Task id</source>
        <extracomment>vi: Mã tác vụ</extracomment>
        <translation>Task id</translation>
    </message>
    <message>
        <source>Show that video</source>
        <extracomment>vi: Xem video đó</extracomment>
        <translation>Show that video</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vi: Hủy</extracomment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Join with the video</source>
        <extracomment>vi: Ghép với video</extracomment>
        <translation>Join with the video</translation>
    </message>
    <message>
        <source>Enter the task id…</source>
        <extracomment>vi: Nhập mã tác vụ…</extracomment>
        <translation>Enter the task id…</translation>
    </message>
    <message>
        <source>Charged</source>
        <extracomment>vi: Đã trừ</extracomment>
        <translation>Charged</translation>
    </message>
    <message>
        <source>Not charged</source>
        <extracomment>vi: Chưa trừ</extracomment>
        <translation>Not charged</translation>
    </message>
    <message>
        <source>Have you looked at the provider&apos;s own history? The credits were:</source>
        <extracomment>vi: Bạn đã xem lịch sử ở trang của nhà cung cấp? Credits cho video này:</extracomment>
        <translation>Have you looked at the provider&apos;s own history? The credits were:</translation>
    </message>
    <message>
        <source>Asking the provider for the balance…</source>
        <extracomment>vi: Đang hỏi số dư ở nhà cung cấp…</extracomment>
        <translation>Asking the provider for the balance…</translation>
    </message>
    <message>
        <source>The balance could not be read. {why}</source>
        <extracomment>vi: Chưa xem được số dư ở nhà cung cấp. {why}</extracomment>
        <translation>The balance could not be read. {why}</translation>
    </message>
    <message>
        <source>The provider has {amount} left: it looks as if this video was charged.</source>
        <extracomment>vi: Nhà cung cấp còn {amount}: có vẻ video này đã bị trừ.</extracomment>
        <translation>The provider has {amount} left: it looks as if this video was charged.</translation>
    </message>
    <message>
        <source>The provider has {amount} left: it looks as if this video was not charged.</source>
        <extracomment>vi: Nhà cung cấp còn {amount}: có vẻ video này chưa bị trừ.</extracomment>
        <translation>The provider has {amount} left: it looks as if this video was not charged.</translation>
    </message>
    <message>
        <source>The provider has {amount} left: not charged so far, but the video may still be running there.</source>
        <extracomment>vi: Nhà cung cấp còn {amount}: chưa thấy trừ, nhưng video có thể vẫn đang chạy ở đó.</extracomment>
        <translation>The provider has {amount} left: not charged so far, but the video may still be running there.</translation>
    </message>
    <message>
        <source>The provider has {amount} left, which does not tell whether it was charged.</source>
        <extracomment>vi: Nhà cung cấp còn {amount}: số dư này chưa cho biết video đã bị trừ hay chưa.</extracomment>
        <translation>The provider has {amount} left, which does not tell whether it was charged.</translation>
    </message>
    <message>
        <source>This is only a hint: the account may be used elsewhere too.</source>
        <extracomment>vi: Đây chỉ là gợi ý: tài khoản này có thể còn được dùng ở nơi khác.</extracomment>
        <translation>This is only a hint: the account may be used elsewhere too.</translation>
    </message>
    <message>
        <source>It could not be checked. {why}</source>
        <extracomment>vi: Chưa kiểm tra được. {why}</extracomment>
        <translation>It could not be checked. {why}</translation>
    </message>
    <message>
        <source>the model</source>
        <extracomment>vi: mô hình</extracomment>
        <translation>the model</translation>
    </message>
    <message>
        <source>the prompt</source>
        <extracomment>vi: nội dung prompt</extracomment>
        <translation>the prompt</translation>
    </message>
    <message>
        <source>the shape</source>
        <extracomment>vi: tỉ lệ khung hình</extracomment>
        <translation>the shape</translation>
    </message>
    <message>
        <source>the options</source>
        <extracomment>vi: tùy chọn</extracomment>
        <translation>the options</translation>
    </message>
    <message>
        <source>the time (made before you sent it)</source>
        <extracomment>vi: thời điểm tạo (trước khi bạn gửi)</extracomment>
        <translation>the time (made before you sent it)</translation>
    </message>
    <message>
        <source>Joined with the task: the video is ready and is being downloaded.</source>
        <extracomment>vi: Đã ghép với tác vụ: video đã xong và đang được tải về máy.</extracomment>
        <translation>Joined with the task: the video is ready and is being downloaded.</translation>
    </message>
    <message>
        <source>Joined with the task: the provider says that it failed.</source>
        <extracomment>vi: Đã ghép với tác vụ: nhà cung cấp báo thất bại.</extracomment>
        <translation>Joined with the task: the provider says that it failed.</translation>
    </message>
    <message>
        <source>Joined with the task. It is followed until the video is ready.</source>
        <extracomment>vi: Đã ghép với tác vụ. VideoGen theo dõi tiếp cho đến khi video xong.</extracomment>
        <translation>Joined with the task. It is followed until the video is ready.</translation>
    </message>
    <message>
        <source>Noted: {amount} were charged.</source>
        <extracomment>vi: Đã ghi nhận: {amount} đã bị trừ.</extracomment>
        <translation>Noted: {amount} were charged.</translation>
    </message>
    <message>
        <source>Noted: {amount} are yours again.</source>
        <extracomment>vi: Đã ghi nhận: {amount} đã trở lại số dư của bạn.</extracomment>
        <translation>Noted: {amount} are yours again.</translation>
    </message>
    <message>
        <source>Noted.</source>
        <extracomment>vi: Đã ghi nhận.</extracomment>
        <translation>Noted.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <extracomment>vi: Ở mọi nơi</extracomment>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>vi: Ô nhập prompt</extracomment>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>vi: Tìm kiếm</extracomment>
        <translation>Search</translation>
    </message>
    <message>
        <source>Library</source>
        <extracomment>vi: Thư viện</extracomment>
        <translation>Library</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <extracomment>vi: Trình xem video</extracomment>
        <translation>Video viewer</translation>
    </message>
    <message>
        <source>Show these shortcuts</source>
        <extracomment>vi: Xem các phím tắt này</extracomment>
        <translation>Show these shortcuts</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <extracomment>vi: Mở cài đặt</extracomment>
        <translation>Open the settings</translation>
    </message>
    <message>
        <source>To the next control, or back</source>
        <extracomment>vi: Sang phần tiếp theo hoặc quay lại</extracomment>
        <translation>To the next control, or back</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <extracomment>vi: Thoát chương trình</extracomment>
        <translation>Quit the program</translation>
    </message>
    <message>
        <source>Make the video</source>
        <extracomment>vi: Tạo video</extracomment>
        <translation>Make the video</translation>
    </message>
    <message>
        <source>New line</source>
        <extracomment>vi: Xuống dòng</extracomment>
        <translation>New line</translation>
    </message>
    <message>
        <source>Undo, also the emptying after sending</source>
        <extracomment>vi: Hoàn tác, kể cả lấy lại prompt vừa gửi</extracomment>
        <translation>Undo, also the emptying after sending</translation>
    </message>
    <message>
        <source>Bring back what was just deleted</source>
        <extracomment>vi: Hoàn tác việc xóa video</extracomment>
        <translation>Bring back what was just deleted</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <extracomment>vi: Đến ô tìm kiếm</extracomment>
        <translation>Go to the search field</translation>
    </message>
    <message>
        <source>From there to the videos</source>
        <extracomment>vi: Từ ô tìm kiếm xuống các video</extracomment>
        <translation>From there to the videos</translation>
    </message>
    <message>
        <source>Empty the field, then leave it</source>
        <extracomment>vi: Xóa chữ đang tìm, rồi về các video</extracomment>
        <translation>Empty the field, then leave it</translation>
    </message>
    <message>
        <source>Move from video to video</source>
        <extracomment>vi: Chuyển sang video bên cạnh</extracomment>
        <translation>Move from video to video</translation>
    </message>
    <message>
        <source>One screen up or down</source>
        <extracomment>vi: Lên hoặc xuống một màn hình</extracomment>
        <translation>One screen up or down</translation>
    </message>
    <message>
        <source>First or last video</source>
        <extracomment>vi: Đến video đầu hoặc cuối</extracomment>
        <translation>First or last video</translation>
    </message>
    <message>
        <source>Open in the viewer</source>
        <extracomment>vi: Mở trong trình xem</extracomment>
        <translation>Open in the viewer</translation>
    </message>
    <message>
        <source>Make it a favourite, or no longer</source>
        <extracomment>vi: Thêm vào hoặc bỏ khỏi yêu thích</extracomment>
        <translation>Make it a favourite, or no longer</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <extracomment>vi: Sao chép prompt</extracomment>
        <translation>Copy the prompt</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>vi: Tải xuống</extracomment>
        <translation>Download</translation>
    </message>
    <message>
        <source>Delete, after a question</source>
        <extracomment>vi: Xóa (có hỏi lại)</extracomment>
        <translation>Delete, after a question</translation>
    </message>
    <message>
        <source>Select more videos</source>
        <extracomment>vi: Chọn thêm video</extracomment>
        <translation>Select more videos</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>vi: Chọn tất cả</extracomment>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <extracomment>vi: Bỏ chọn</extracomment>
        <translation>Select nothing</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <extracomment>vi: Phát hoặc tạm dừng</extracomment>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>1 second back or on</source>
        <extracomment>vi: Lùi hoặc tiến 1 giây</extracomment>
        <translation>1 second back or on</translation>
    </message>
    <message>
        <source>3 seconds back or on</source>
        <extracomment>vi: Lùi hoặc tiến 3 giây</extracomment>
        <translation>3 seconds back or on</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <extracomment>vi: Lùi hoặc tiến một khung hình</extracomment>
        <translation>One frame back or on</translation>
    </message>
    <message>
        <source>To the start or the end</source>
        <extracomment>vi: Về đầu hoặc đến cuối</extracomment>
        <translation>To the start or the end</translation>
    </message>
    <message>
        <source>To 0 %, 10 %… 90 % of the video</source>
        <extracomment>vi: Đến 0 %, 10 %… 90 % của video</extracomment>
        <translation>To 0 %, 10 %… 90 % of the video</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <extracomment>vi: Phát chậm hoặc nhanh hơn</extracomment>
        <translation>Slower or faster</translation>
    </message>
    <message>
        <source>Repeat, or no longer</source>
        <extracomment>vi: Bật hoặc tắt lặp lại</extracomment>
        <translation>Repeat, or no longer</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <extracomment>vi: Bật hoặc tắt tiếng</extracomment>
        <translation>Sound on or off</translation>
    </message>
    <message>
        <source>Louder or quieter</source>
        <extracomment>vi: To hoặc nhỏ tiếng hơn</extracomment>
        <translation>Louder or quieter</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>vi: Toàn màn hình</extracomment>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <extracomment>vi: Hiện hoặc ẩn chi tiết</extracomment>
        <translation>Show or hide the details</translation>
    </message>
    <message>
        <source>Previous or next video</source>
        <extracomment>vi: Video trước hoặc sau</extracomment>
        <translation>Previous or next video</translation>
    </message>
    <message>
        <source>Leave full screen, or the viewer</source>
        <extracomment>vi: Rời toàn màn hình, hoặc đóng trình xem</extracomment>
        <translation>Leave full screen, or the viewer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <extracomment>vi: Phím tắt</extracomment>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>vi: Đóng</extracomment>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>StatementDesk</name>
    <message>
        <source>Video ID</source>
        <extracomment>vi: Mã video</extracomment>
        <translation>Video ID</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>Statement</source>
        <extracomment>vi: Sao kê</extracomment>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>vi: Xuất tệp</extracomment>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export the lines shown</source>
        <extracomment>vi: Xuất các dòng đang hiện ra tệp</extracomment>
        <translation>Export the lines shown</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <extracomment>vi: Bảng tính (CSV)…</extracomment>
        <translation>Spreadsheet (CSV)…</translation>
    </message>
    <message>
        <source>Complete data (JSON)…</source>
        <extracomment>vi: Dữ liệu đầy đủ (JSON)…</extracomment>
        <translation>Complete data (JSON)…</translation>
    </message>
    <message>
        <source>Movements</source>
        <extracomment>vi: Các giao dịch</extracomment>
        <translation>Movements</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <extracomment>vi: %n dòng</extracomment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>out {out} · in {into} · together {sum}</source>
        <extracomment>vi: ra {out} · vào {into} · tổng {sum}</extracomment>
        <translation>out {out} · in {into} · together {sum}</translation>
    </message>
    <message>
        <source>Reading the statement…</source>
        <extracomment>vi: Đang đọc sao kê…</extracomment>
        <translation>Reading the statement…</translation>
    </message>
    <message>
        <source>No movement matches.</source>
        <extracomment>vi: Không có giao dịch nào khớp.</extracomment>
        <translation>No movement matches.</translation>
    </message>
    <message>
        <source>This wallet has no movements yet.</source>
        <extracomment>vi: Ví này chưa có giao dịch nào.</extracomment>
        <translation>This wallet has no movements yet.</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <extracomment>vi: Lưu sao kê</extracomment>
        <translation>Save the statement</translation>
    </message>
    <message>
        <source>VideoGen statement</source>
        <extracomment>vi: Sao kê VideoGen</extracomment>
        <translation>VideoGen statement</translation>
    </message>
</context>
<context>
    <name>StatementModel</name>
    <message>
        <source>Time</source>
        <extracomment>vi: Thời gian</extracomment>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>vi: Loại</extracomment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Video</source>
        <extracomment>vi: Video</extracomment>
        <translation>Video</translation>
    </message>
    <message>
        <source>Credits</source>
        <extracomment>vi: Số credits</extracomment>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Available after</source>
        <extracomment>vi: Còn lại</extracomment>
        <translation>Available after</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>{number} s</source>
        <extracomment>vi: {number} giây</extracomment>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>vi: Prompt</extracomment>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>vi: Chi tiết</extracomment>
        <translation>Details</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>vi: Diễn biến</extracomment>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Credits</source>
        <extracomment>vi: Credits</extracomment>
        <translation>Credits</translation>
    </message>
    <message>
        <source>No credits moved for this video.</source>
        <extracomment>vi: Video này không có giao dịch nào.</extracomment>
        <translation>No credits moved for this video.</translation>
    </message>
    <message>
        <source>Total cost</source>
        <extracomment>vi: Tổng chi phí</extracomment>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>The provider&apos;s own record</source>
        <extracomment>vi: Dữ liệu gốc của nhà cung cấp</extracomment>
        <translation>The provider&apos;s own record</translation>
    </message>
    <message>
        <source>Hide the record</source>
        <extracomment>vi: Ẩn dữ liệu gốc</extracomment>
        <translation>Hide the record</translation>
    </message>
    <message>
        <source>Show the record</source>
        <extracomment>vi: Hiện dữ liệu gốc</extracomment>
        <translation>Show the record</translation>
    </message>
    <message>
        <source>Copy: {name}</source>
        <extracomment>vi: Sao chép: {name}</extracomment>
        <translation>Copy: {name}</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>vi: Đã sao chép</extracomment>
        <translation>Copied</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>vi: Trạng thái</extracomment>
        <translation>State</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>vi: Mô hình</extracomment>
        <translation>Model</translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>vi: Tỉ lệ</extracomment>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Picture</source>
        <extracomment>vi: Kích thước</extracomment>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>vi: Thời lượng</extracomment>
        <translation>Length</translation>
    </message>
    <message>
        <source>File size</source>
        <extracomment>vi: Dung lượng</extracomment>
        <translation>File size</translation>
    </message>
    <message>
        <source>Cost</source>
        <extracomment>vi: Chi phí</extracomment>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>vi: Kết quả</extracomment>
        <translation>Result</translation>
    </message>
    <message>
        <source>{number} of {results} from one request</source>
        <extracomment>vi: {number}/{results} của cùng một yêu cầu</extracomment>
        <translation>{number} of {results} from one request</translation>
    </message>
    <message>
        <source>Likely kept there until</source>
        <extracomment>vi: Nhà cung cấp giữ đến khoảng</extracomment>
        <translation>Likely kept there until</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>vi: Tạo lúc</extracomment>
        <translation>Created</translation>
    </message>
    <message>
        <source>Task id</source>
        <extracomment>vi: Mã tác vụ</extracomment>
        <translation>Task id</translation>
    </message>
    <message>
        <source>differs in {names}</source>
        <extracomment>vi: khác về {names}</extracomment>
        <translation>differs in {names}</translation>
    </message>
    <message>
        <source>It carries content credentials, which any change would break</source>
        <extracomment>vi: Tệp mang chứng thực nội dung, thêm gì vào cũng làm mất hiệu lực</extracomment>
        <translation>It carries content credentials, which any change would break</translation>
    </message>
    <message>
        <source>Credits set aside</source>
        <extracomment>vi: Đã giữ credits</extracomment>
        <translation>Credits set aside</translation>
    </message>
    <message>
        <source>Request sent</source>
        <extracomment>vi: Gửi yêu cầu</extracomment>
        <translation>Request sent</translation>
    </message>
    <message>
        <source>Accepted by the provider</source>
        <extracomment>vi: Nhà cung cấp đã nhận</extracomment>
        <translation>Accepted by the provider</translation>
    </message>
    <message>
        <source>Processing began</source>
        <extracomment>vi: Bắt đầu xử lý</extracomment>
        <translation>Processing began</translation>
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
        <source>Cancelled before it was sent</source>
        <extracomment>vi: Đã hủy trước khi gửi</extracomment>
        <translation>Cancelled before it was sent</translation>
    </message>
    <message>
        <source>Unclear what became of it</source>
        <extracomment>vi: Chưa rõ kết quả</extracomment>
        <translation>Unclear what became of it</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <extracomment>vi: Chưa gửi được</extracomment>
        <translation>Could not be sent</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <extracomment>vi: Đã tải về máy</extracomment>
        <translation>Saved on this computer</translation>
    </message>
    <message>
        <source>Deleted from the library</source>
        <extracomment>vi: Đã xóa khỏi thư viện</extracomment>
        <translation>Deleted from the library</translation>
    </message>
    <message>
        <source>Brought back</source>
        <extracomment>vi: Đã khôi phục</extracomment>
        <translation>Brought back</translation>
    </message>
    <message>
        <source>The provider says otherwise than recorded</source>
        <extracomment>vi: Nhà cung cấp báo khác với kết quả đã ghi</extracomment>
        <translation>The provider says otherwise than recorded</translation>
    </message>
    <message>
        <source>Reported done, but without a video</source>
        <extracomment>vi: Báo hoàn thành nhưng thiếu video</extracomment>
        <translation>Reported done, but without a video</translation>
    </message>
    <message>
        <source>You had it checked again</source>
        <extracomment>vi: Bạn đã kiểm tra lại</extracomment>
        <translation>You had it checked again</translation>
    </message>
    <message>
        <source>You entered the task id</source>
        <extracomment>vi: Bạn đã nhập mã tác vụ</extracomment>
        <translation>You entered the task id</translation>
    </message>
    <message>
        <source>You said that it was charged</source>
        <extracomment>vi: Bạn xác nhận đã bị trừ credits</extracomment>
        <translation>You said that it was charged</translation>
    </message>
    <message>
        <source>You said that it was not charged</source>
        <extracomment>vi: Bạn xác nhận chưa bị trừ credits</extracomment>
        <translation>You said that it was not charged</translation>
    </message>
    <message>
        <source>Recognised by the provider&apos;s webhook</source>
        <extracomment>vi: Nhận ra nhờ webhook của nhà cung cấp</extracomment>
        <translation>Recognised by the provider&apos;s webhook</translation>
    </message>
    <message>
        <source>Brought in by its task id</source>
        <extracomment>vi: Tìm lại theo mã tác vụ</extracomment>
        <translation>Brought in by its task id</translation>
    </message>
    <message>
        <source>A late result came in as a new video</source>
        <extracomment>vi: Kết quả đến muộn được thêm thành video mới</extracomment>
        <translation>A late result came in as a new video</translation>
    </message>
    <message>
        <source>Came in as a further video of one request, at no cost</source>
        <extracomment>vi: Thêm vào: một video nữa của cùng yêu cầu, không tính thêm credits</extracomment>
        <translation>Came in as a further video of one request, at no cost</translation>
    </message>
    <message>
        <source>The request brought a further video, now in the library</source>
        <extracomment>vi: Yêu cầu này còn cho một video nữa; đã thêm vào thư viện</extracomment>
        <translation>The request brought a further video, now in the library</translation>
    </message>
    <message>
        <source>Another result of the request is no video, or is gone</source>
        <extracomment>vi: Một kết quả khác của yêu cầu không phải là video, hoặc không còn nữa</extracomment>
        <translation>Another result of the request is no video, or is gone</translation>
    </message>
    <message>
        <source>The provider no longer has the file</source>
        <extracomment>vi: Nhà cung cấp không còn giữ tệp video</extracomment>
        <translation>The provider no longer has the file</translation>
    </message>
    <message>
        <source>Read in from its file</source>
        <extracomment>vi: Nhập vào từ tệp video</extracomment>
        <translation>Read in from its file</translation>
    </message>
    <message>
        <source>Details could not be written into the file; the clip is whole</source>
        <extracomment>vi: Không ghi được thông tin vào tệp; video vẫn nguyên vẹn</extracomment>
        <translation>Details could not be written into the file; the clip is whole</translation>
    </message>
    <message>
        <source>This format cannot be played here; the file is kept as it came</source>
        <extracomment>vi: Định dạng này không phát được ở đây; tệp được giữ nguyên như khi tải về</extracomment>
        <translation>This format cannot be played here; the file is kept as it came</translation>
    </message>
    <message>
        <source>Saved from a damaged library</source>
        <extracomment>vi: Cứu được từ thư viện bị hỏng</extracomment>
        <translation>Saved from a damaged library</translation>
    </message>
    <message>
        <source>Set aside</source>
        <extracomment>vi: Giữ trước</extracomment>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Spent from what was set aside</source>
        <extracomment>vi: Chi từ phần đã giữ</extracomment>
        <translation>Spent from what was set aside</translation>
    </message>
    <message>
        <source>Set-aside credits returned</source>
        <extracomment>vi: Trả lại phần đã giữ</extracomment>
        <translation>Set-aside credits returned</translation>
    </message>
    <message>
        <source>Refunded</source>
        <extracomment>vi: Hoàn lại</extracomment>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>Price adjusted</source>
        <extracomment>vi: Điều chỉnh giá</extracomment>
        <translation>Price adjusted</translation>
    </message>
    <message>
        <source>Video viewer</source>
        <extracomment>vi: Trình xem video</extracomment>
        <translation>Video viewer</translation>
    </message>
    <message>
        <source>Close the viewer</source>
        <extracomment>vi: Đóng trình xem</extracomment>
        <translation>Close the viewer</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>vi: %1 / %2</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next video</source>
        <extracomment>vi: Video sau</extracomment>
        <translation>Next video</translation>
    </message>
    <message>
        <source>Previous video</source>
        <extracomment>vi: Video trước</extracomment>
        <translation>Previous video</translation>
    </message>
    <message>
        <source>Hide details</source>
        <extracomment>vi: Ẩn chi tiết</extracomment>
        <translation>Hide details</translation>
    </message>
    <message>
        <source>Show details</source>
        <extracomment>vi: Hiện chi tiết</extracomment>
        <translation>Show details</translation>
    </message>
    <message>
        <source>More actions</source>
        <extracomment>vi: Thao tác khác</extracomment>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>vi: Tạm dừng</extracomment>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play again</source>
        <extracomment>vi: Phát lại</extracomment>
        <translation>Play again</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>vi: Phát</extracomment>
        <translation>Play</translation>
    </message>
    <message>
        <source>One frame back</source>
        <extracomment>vi: Lùi một khung hình</extracomment>
        <translation>One frame back</translation>
    </message>
    <message>
        <source>One frame forward</source>
        <extracomment>vi: Tiến một khung hình</extracomment>
        <translation>One frame forward</translation>
    </message>
    <message>
        <source>Playback position</source>
        <extracomment>vi: Vị trí phát</extracomment>
        <translation>Playback position</translation>
    </message>
    <message>
        <source>Volume</source>
        <extracomment>vi: Âm lượng</extracomment>
        <translation>Volume</translation>
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
        <source>Stop repeating</source>
        <extracomment>vi: Ngừng lặp lại</extracomment>
        <translation>Stop repeating</translation>
    </message>
    <message>
        <source>Repeat</source>
        <extracomment>vi: Lặp lại</extracomment>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <extracomment>vi: Thoát toàn màn hình</extracomment>
        <translation>Leave full screen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>vi: Toàn màn hình</extracomment>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <extracomment>vi: Tốc độ phát</extracomment>
        <translation>Playback speed</translation>
    </message>
    <message>
        <source>Check again</source>
        <extracomment>vi: Kiểm tra lại</extracomment>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Checking…</source>
        <extracomment>vi: Đang kiểm tra…</extracomment>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Updated from the provider.</source>
        <extracomment>vi: Đã cập nhật theo nhà cung cấp.</extracomment>
        <translation>Updated from the provider.</translation>
    </message>
    <message>
        <source>Checked: nothing has changed.</source>
        <extracomment>vi: Đã kiểm tra: chưa có gì thay đổi.</extracomment>
        <translation>Checked: nothing has changed.</translation>
    </message>
    <message>
        <source>Opening the video…</source>
        <extracomment>vi: Đang mở video…</extracomment>
        <translation>Opening the video…</translation>
    </message>
    <message>
        <source>The file itself is safe on this computer: open it in the system&apos;s player.</source>
        <extracomment>vi: Tệp vẫn nguyên vẹn trên máy: bạn có thể mở bằng trình phát của hệ thống.</extracomment>
        <translation>The file itself is safe on this computer: open it in the system&apos;s player.</translation>
    </message>
    <message>
        <source>The file was deleted there and is not on this computer. The credits stay spent.</source>
        <extracomment>vi: Tệp đã bị xóa ở nhà cung cấp và không có trên máy này. Credits đã dùng không được hoàn.</extracomment>
        <translation>The file was deleted there and is not on this computer. The credits stay spent.</translation>
    </message>
    <message>
        <source>It is not sent again, so that you are not charged twice.</source>
        <extracomment>vi: Yêu cầu sẽ không được gửi lại để bạn không bị trừ tiền hai lần.</extracomment>
        <translation>It is not sent again, so that you are not charged twice.</translation>
    </message>
    <message>
        <source>{amount} are held for this video.</source>
        <extracomment>vi: Đang giữ {amount} cho video này.</extracomment>
        <translation>{amount} are held for this video.</translation>
    </message>
    <message>
        <source>{amount} were spent; they come back if the video fails.</source>
        <extracomment>vi: Đã dùng {amount}; được hoàn lại nếu video không thành.</extracomment>
        <translation>{amount} were spent; they come back if the video fails.</translation>
    </message>
    <message>
        <source>The provider says: “{words}”</source>
        <extracomment>vi: Nhà cung cấp trả lời: “{words}”</extracomment>
        <translation>The provider says: “{words}”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>vi: Hủy</extracomment>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Saving a copy · %1</source>
        <extracomment>vi: Đang lưu bản sao · %1</extracomment>
        <translation>Saving a copy · %1</translation>
    </message>
</context>
<context>
    <name>WalletButton</name>
    <message>
        <source>Manage wallets and keys…</source>
        <extracomment>vi: Quản lý ví và khóa…</extracomment>
        <translation>Manage wallets and keys…</translation>
    </message>
    <message>
        <source>Wallet in use: {wallet}</source>
        <extracomment>vi: Ví đang dùng: {wallet}</extracomment>
        <translation>Wallet in use: {wallet}</translation>
    </message>
</context>
<context>
    <name>WalletCard</name>
    <message>
        <source>In use</source>
        <extracomment>vi: Đang dùng</extracomment>
        <translation>In use</translation>
    </message>
    <message>
        <source>Use this wallet</source>
        <extracomment>vi: Dùng ví này</extracomment>
        <translation>Use this wallet</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <extracomment>vi: Xóa khóa</extracomment>
        <translation>Remove the key</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <extracomment>vi: Xóa khóa khỏi máy này</extracomment>
        <translation>Remove it for good</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>vi: Giữ lại</extracomment>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Runs on this computer with made-up credits; nothing costs anything.</source>
        <extracomment>vi: Chạy ngay trên máy bạn với credits giả, không tốn tiền.</extracomment>
        <translation>Runs on this computer with made-up credits; nothing costs anything.</translation>
    </message>
    <message>
        <source>Key in the system&apos;s keyring, ending in {ending}</source>
        <extracomment>vi: Khóa trong kho khóa hệ thống, kết thúc bằng {ending}</extracomment>
        <translation>Key in the system&apos;s keyring, ending in {ending}</translation>
    </message>
    <message>
        <source>Has a key</source>
        <extracomment>vi: Có khóa</extracomment>
        <translation>Has a key</translation>
    </message>
    <message>
        <source>No key can be read for this wallet</source>
        <extracomment>vi: Không đọc được khóa nào cho ví này</extracomment>
        <translation>No key can be read for this wallet</translation>
    </message>
</context>
<context>
    <name>WalletsPage</name>
    <message>
        <source>Wallets and keys</source>
        <extracomment>vi: Ví và khóa</extracomment>
        <translation>Wallets and keys</translation>
    </message>
    <message>
        <source>Add a Kie AI key</source>
        <extracomment>vi: Thêm khóa Kie AI</extracomment>
        <translation>Add a Kie AI key</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keyring only, and sent to this API address only.</source>
        <extracomment>vi: Khóa chỉ nằm trong kho khóa của hệ thống và chỉ được gửi tới đúng địa chỉ API này.</extracomment>
        <translation>The key is kept in the system&apos;s keyring only, and sent to this API address only.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</source>
        <extracomment>vi: Không mở được kho khóa hệ thống, nên khóa vẫn còn ở đó. Hãy mở khóa rồi thử lại.</extracomment>
        <translation>The system&apos;s keyring could not be opened, so the key is still there. Unlock it and try again.</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>Off: VideoGen asks the provider itself whether a video is ready.</source>
        <extracomment>vi: Đang tắt: VideoGen tự hỏi nhà cung cấp xem video đã xong chưa.</extracomment>
        <translation>Off: VideoGen asks the provider itself whether a video is ready.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>vi: Đang khởi động…</extracomment>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>Listening on port {port}. Received: {accepted}, refused: {refused}.</source>
        <extracomment>vi: Đang nghe ở cổng {port}. Đã nhận {accepted}, từ chối {refused}.</extracomment>
        <translation>Listening on port {port}. Received: {accepted}, refused: {refused}.</translation>
    </message>
    <message>
        <source>Webhooks are not received. Videos are followed as usual.</source>
        <extracomment>vi: Chưa nhận được webhook. Video vẫn được theo dõi như thường.</extracomment>
        <translation>Webhooks are not received. Videos are followed as usual.</translation>
    </message>
    <message>
        <source>The test went all the way round and arrived here.</source>
        <extracomment>vi: Webhook thử đã đi hết một vòng và về tới đây.</extracomment>
        <translation>The test went all the way round and arrived here.</translation>
    </message>
    <message>
        <source>There is nothing to test: VideoGen does not listen.</source>
        <extracomment>vi: Chưa có gì để thử: VideoGen không nghe ở cổng nào.</extracomment>
        <translation>There is nothing to test: VideoGen does not listen.</translation>
    </message>
    <message>
        <source>Nobody answers at the public address. Does the tunnel run?</source>
        <extracomment>vi: Không ai trả lời ở địa chỉ công khai. Đường hầm đã chạy chưa?</extracomment>
        <translation>Nobody answers at the public address. Does the tunnel run?</translation>
    </message>
    <message>
        <source>The public address answers {status} but does not lead here. Check the tunnel&apos;s port.</source>
        <extracomment>vi: Địa chỉ công khai trả lời {status}, nhưng không dẫn về đây. Hãy kiểm tra cổng đường hầm.</extracomment>
        <translation>The public address answers {status} but does not lead here. Check the tunnel&apos;s port.</translation>
    </message>
    <message>
        <source>The test came here and was refused ({status}). Is the clock right?</source>
        <extracomment>vi: Webhook thử đã tới đây nhưng bị từ chối ({status}). Đồng hồ máy có đúng không?</extracomment>
        <translation>The test came here and was refused ({status}). Is the clock right?</translation>
    </message>
</context>
<context>
    <name>WebhookKeyForm</name>
    <message>
        <source>A key is kept; enter another to replace it</source>
        <extracomment>vi: Đã có khóa; nhập khóa khác để thay</extracomment>
        <translation>A key is kept; enter another to replace it</translation>
    </message>
    <message>
        <source>The signing key is kept.</source>
        <extracomment>vi: Đã lưu khóa ký.</extracomment>
        <translation>The signing key is kept.</translation>
    </message>
    <message>
        <source>Webhook signing key</source>
        <extracomment>vi: Khóa ký webhook</extracomment>
        <translation>Webhook signing key</translation>
    </message>
    <message>
        <source>Keep the signing key</source>
        <extracomment>vi: Lưu khóa ký</extracomment>
        <translation>Keep the signing key</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <extracomment>vi: Chỉ giữ cho lần chạy này</extracomment>
        <translation>Keep for this run only</translation>
    </message>
</context>
<context>
    <name>WebhookPage</name>
    <message>
        <source>Webhook</source>
        <extracomment>vi: Webhook</extracomment>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Receive webhooks</source>
        <extracomment>vi: Nhận webhook</extracomment>
        <translation>Receive webhooks</translation>
    </message>
    <message>
        <source>The provider says at once when a video is ready. Needs a tunnel of your own to here.</source>
        <extracomment>vi: Nhà cung cấp báo ngay khi video xong. Cần một đường hầm do bạn tự chạy tới máy này.</extracomment>
        <translation>The provider says at once when a video is ready. Needs a tunnel of your own to here.</translation>
    </message>
    <message>
        <source>Public address</source>
        <extracomment>vi: Địa chỉ công khai</extracomment>
        <translation>Public address</translation>
    </message>
    <message>
        <source>Where the tunnel is reached from outside; the provider calls {path}.</source>
        <extracomment>vi: Nơi đường hầm nhận từ Internet; nhà cung cấp sẽ gọi {path} ở đó.</extracomment>
        <translation>Where the tunnel is reached from outside; the provider calls {path}.</translation>
    </message>
    <message>
        <source>Port on this computer</source>
        <extracomment>vi: Cổng trên máy này</extracomment>
        <translation>Port on this computer</translation>
    </message>
    <message>
        <source>The tunnel must lead to 127.0.0.1 at this port.</source>
        <extracomment>vi: Đường hầm phải dẫn tới 127.0.0.1 ở cổng này.</extracomment>
        <translation>The tunnel must lead to 127.0.0.1 at this port.</translation>
    </message>
    <message>
        <source>Signing key</source>
        <extracomment>vi: Khóa ký</extracomment>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>Made on the provider&apos;s settings page; kept in the system&apos;s keyring.</source>
        <extracomment>vi: Tạo ở trang cài đặt của nhà cung cấp. Chỉ nằm trong kho khóa của hệ thống.</extracomment>
        <translation>Made on the provider&apos;s settings page; kept in the system&apos;s keyring.</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>vi: Thử</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Sends a signed webhook to the public address and sees if it gets here.</source>
        <extracomment>vi: Gửi một webhook có chữ ký tới địa chỉ công khai và xem nó có về tới đây không.</extracomment>
        <translation>Sends a signed webhook to the public address and sees if it gets here.</translation>
    </message>
    <message>
        <source>Not a usable address. Enter one that begins with https.</source>
        <extracomment>vi: Địa chỉ này không dùng được. Hãy nhập địa chỉ bắt đầu bằng https.</extracomment>
        <translation>Not a usable address. Enter one that begins with https.</translation>
    </message>
    <message>
        <source>The port is a number from 1024 to 65535.</source>
        <extracomment>vi: Cổng phải là một số từ 1024 đến 65535.</extracomment>
        <translation>The port is a number from 1024 to 65535.</translation>
    </message>
</context>
<context>
    <name>WebhookTrial</name>
    <message>
        <source>Send a test webhook</source>
        <extracomment>vi: Gửi webhook thử</extracomment>
        <translation>Send a test webhook</translation>
    </message>
    <message>
        <source>Sending…</source>
        <extracomment>vi: Đang gửi…</extracomment>
        <translation>Sending…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to VideoGen</source>
        <extracomment>vi: Chào mừng bạn đến với VideoGen</extracomment>
        <translation>Welcome to VideoGen</translation>
    </message>
    <message>
        <source>A sentence becomes a short video. How do you want to begin?</source>
        <extracomment>vi: Viết một câu, nhận về một video ngắn. Bạn muốn bắt đầu thế nào?</extracomment>
        <translation>A sentence becomes a short video. How do you want to begin?</translation>
    </message>
    <message>
        <source>Try it now</source>
        <extracomment>vi: Thử ngay</extracomment>
        <translation>Try it now</translation>
    </message>
    <message>
        <source>Create, watch and download trial videos on this computer: no account, no payment.</source>
        <extracomment>vi: Tạo, xem và tải video thử ngay trên máy này, không cần tài khoản, không tốn tiền.</extracomment>
        <translation>Create, watch and download trial videos on this computer: no account, no payment.</translation>
    </message>
    <message>
        <source>Start trying</source>
        <extracomment>vi: Bắt đầu dùng thử</extracomment>
        <translation>Start trying</translation>
    </message>
    <message>
        <source>Use your Kie AI account</source>
        <extracomment>vi: Dùng tài khoản Kie AI</extracomment>
        <translation>Use your Kie AI account</translation>
    </message>
    <message>
        <source>The key is tried for free and kept in the system&apos;s keyring only.</source>
        <extracomment>vi: Khóa được kiểm tra miễn phí và chỉ nằm trong kho khóa của hệ thống.</extracomment>
        <translation>The key is tried for free and kept in the system&apos;s keyring only.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>vi: Để sau</extracomment>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>WindowLife</name>
    <message>
        <source>The statement was saved as {file}</source>
        <extracomment>vi: Đã lưu sao kê vào {file}</extracomment>
        <translation>The statement was saved as {file}</translation>
    </message>
    <message>
        <source>The system could not open the folder.</source>
        <extracomment>vi: Hệ thống không mở được thư mục này.</extracomment>
        <translation>The system could not open the folder.</translation>
    </message>
</context>
</TS>
